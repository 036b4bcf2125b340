"""Small office files made in code: workbooks from raw XML, zipped packages, documents."""

import io
import zipfile
from collections.abc import Mapping

from docx.document import Document as DocxDocument
from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

STYLES = f"""<styleSheet xmlns="{MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;Tháng &quot;mm/yyyy"/></numFmts>
<fonts count="2"><font/><font><b/></font></fonts>
<cellXfs count="5"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="0"/>
<xf numFmtId="2" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>"""


def package(parts: Mapping[str, str | bytes], stored: bool = False) -> bytes:
    """Zip ``parts`` in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def workbook_parts(sheet: str, strings: str = "", workbook: str = "", styles: str = STYLES) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet "Phụ lục" whose XML is ``sheet``; ``strings`` are ``<si>`` elements."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": workbook
        or f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Phụ lục" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="/xl/styles.xml"/>'
        f'<Relationship Id="r3" Type="{_OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        f'<Relationship Id="r4" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": sheet,
    }


def worksheet(rows: str, after: str = "", before: str = "") -> str:
    """The XML of a worksheet around ``rows``."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx(rows: str, after: str = "", before: str = "", strings: str = "") -> bytes:
    """A workbook with one sheet "Phụ lục" of raw rows."""
    return package(workbook_parts(worksheet(rows, after, before), strings))


def saved(document: Workbook | DocxDocument) -> bytes:
    """The bytes of a workbook or document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def good_xlsx() -> bytes:
    """A workbook that always reads: "tốt" in A1."""
    return xlsx('<row r="1"><c r="A1" t="str"><v>tốt</v></c></row>')
