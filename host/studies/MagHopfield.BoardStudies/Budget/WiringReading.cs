namespace MagHopfield.BoardStudies.Budget;

/// <summary>Half differences of both polarities of one wiring, as an ideal board reads them.</summary>
/// <param name="Currents">N currents into the electrodes in amperes; for <see cref="Instrument.Measure.MeasurementScheme.Kelvin"/> only
/// that of the source counts.</param>
/// <param name="Voltages">N voltages against electrode 1 in volts.</param>
/// <param name="Source">Zero-based source of a Kelvin injection, else −1.</param>
/// <param name="CommonVolts">Highest voltage of an electrode against ground in volts.</param>
internal sealed record WiringReading(double[] Currents, double[] Voltages, int Source, double CommonVolts)
{
    public WiringReading Copy() => this with { Currents = [.. Currents], Voltages = [.. Voltages] };
}
