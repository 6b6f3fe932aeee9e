"""What a run of the notebooks leaves: figures, gallery, workbook, provenance."""
