/tmp/trees/ask/.venv/bin/python3 -m ap_audit resume acme --from saf-policy-current
fg
