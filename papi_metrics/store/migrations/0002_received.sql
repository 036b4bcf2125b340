-- The day on which a return was handed in; null for imports that speak of the plan itself. Until now the day of the
-- import stood for it.
ALTER TABLE import ADD COLUMN received_on DATE;

UPDATE import SET received_on = (SELECT made_at::DATE FROM entry AS made WHERE made.no = import.entry AND period IS NOT NULL);
