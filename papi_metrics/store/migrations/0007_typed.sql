-- Results typed on the page are known by what was done, not by the name of their workbook: a file may be called anything.

ALTER TABLE import ADD COLUMN typed BOOLEAN DEFAULT false;
UPDATE import SET typed = true WHERE starts_with(file_name, 'nhap-truc-tiep_') AND json_array_length(mends) > 0;
