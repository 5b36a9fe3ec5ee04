"""Why a figure moved: bridge, sources, anomalies, page health."""
