using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>What holds an electrode of a conductor.</summary>
/// <param name="Electrode">Index of the electrode, from 0.</param>
/// <param name="IsVoltage">Whether its voltage is given; otherwise the current into the conductor.</param>
/// <param name="At">Voltage in volts or current in amperes at a time in seconds.</param>
public sealed record ElectrodeSource(int Electrode, bool IsVoltage, Func<double, double> At);
