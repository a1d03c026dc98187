"""The protocols that the loops need, and the values they speak in. What stands behind them is decided in app.py."""
