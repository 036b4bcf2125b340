"""What a letterhead says where the office has not set its own."""

import re

DRAFTER = "VP"
POST = "Giám đốc"
_CITIES = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")


def parent(province: str) -> str:
    """Return "UBND tỉnh Quảng Trị", "UBND thành phố Huế"; "" where the province is not known."""
    kind = "thành phố" if province in _CITIES else "tỉnh"
    return f"UBND {kind} {province}" if province else ""


def short_name(name: str, province: str) -> str:
    """Return the name of a department without the province, which the body above it names."""
    if not province:
        return name
    return re.sub(rf"\s+(?:(?:tỉnh|thành phố)\s+)?{re.escape(province)}$", "", name, flags=re.IGNORECASE)


def abbreviated(name: str, province: str) -> str:
    """Return the name of a department as offices shorten it: "Sở NN&MT Quảng Trị".

    A field of one thing stays in words ("Sở Tư pháp Quảng Trị"), and so does a name that is no Sở's.
    """
    field = short_name(name, province)
    several = re.fullmatch(r"Sở (.+ và .+)", field)
    if several:
        parts = re.split(r"\s+và\s+", several[1])
        field = "Sở " + "&".join(initials(part) for part in parts)
    return f"{field} {province}" if province and not field.endswith(province) else field


def initials(name: str) -> str:
    """Return the abbreviation in the mark of a document: "Sở Khoa học và Công nghệ" gives "SKHCN"."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in ("và",)]
    return "".join(word[0] for word in words).upper()
