namespace MagHopfield.DeviceCheck.Checks;

/// <summary>One check; it states its expectations to the log.</summary>
/// <param name="log">Log.</param>
public delegate void Check(CheckLog log);
