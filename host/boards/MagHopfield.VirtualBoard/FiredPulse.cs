namespace MagHopfield.VirtualBoard;

/// <summary>A pulse that was fired.</summary>
/// <param name="Nanoseconds">Start in simulated nanoseconds.</param>
/// <param name="Width">Width in seconds.</param>
/// <param name="TerminalVoltages">T_k of the gold layer in volts.</param>
/// <param name="DriverCurrents">Current out of each driver in amperes.</param>
public sealed record FiredPulse(
    long Nanoseconds, double Width, IReadOnlyList<double> TerminalVoltages, IReadOnlyList<double> DriverCurrents);
