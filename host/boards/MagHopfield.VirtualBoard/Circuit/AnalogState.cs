namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>What the chips do to the circuit at an instant.</summary>
/// <param name="NodeSwitch">Resistance of the first six switches of each node's chip in ohms.</param>
/// <param name="PulseSwitch">Resistance of each node's pulse switch in ohms.</param>
/// <param name="DacVoltage">Voltage of each node's DAC in volts.</param>
/// <param name="DriversEnabled">Whether the pulse gate enables the drivers.</param>
/// <param name="Excitation">Current out of each pin of the ADC in amperes.</param>
/// <param name="Burnout">Pins of the burnout currents and their size in amperes.</param>
internal sealed record AnalogState(
    double[][] NodeSwitch,
    double[] PulseSwitch,
    double[] DacVoltage,
    bool DriversEnabled,
    double[] Excitation,
    (int Positive, int Negative, double Current) Burnout);
