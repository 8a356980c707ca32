# Filer med rader och celler: vad servern säger när en inte går att läsa, och rubrikerna i dem som den skriver.

## A file that cannot be read
error-sheet-empty = Filen är tom.
error-sheet-broken = Filen gick inte att läsa. Öppna den i kalkylprogrammet, spara den på nytt och försök igen.
error-sheet-kind = Det är inte en fil av rätt sort. Välj en Excel-fil (.xlsx) eller en CSV-fil.
error-sheet-old-excel = Det är en Excel-fil av den gamla sorten (.xls). Spara den som .xlsx och försök igen.
error-sheet-size = Filen är större än { $most } megabyte och togs inte emot.
error-sheet-unpacked = Filen packas upp till mer än { $most } megabyte och öppnades inte.
error-sheet-cells = Filen har fler än { $most } ifyllda celler. Ta bort det som inte behövs och försök igen.
error-sheet-columns = Filen har fler än { $most } kolumner. Ta bort dem som inte behövs och försök igen.
