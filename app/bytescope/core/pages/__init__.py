"""What is known about pages: classes, kernels that measure them, facts, and the order of a survey.

Kernels take and return arrays only. Knows ``document`` (snapshots) and ``source``.
"""
