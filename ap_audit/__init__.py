"""Audit alternative provision: ask, judge and report. There is no public Python API in 0.x."""
