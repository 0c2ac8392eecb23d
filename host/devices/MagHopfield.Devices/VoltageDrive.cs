using MagHopfield.Shared;

namespace MagHopfield.Devices;

/// <summary>Ideal voltage sources, one a terminal: whatever the load, the voltages are those of the waveform.</summary>
/// <param name="waveform">Voltages in volts against ground.</param>
public sealed class VoltageDrive(Waveform waveform) : ITerminalDrive
{
    /// <inheritdoc/>
    public int TerminalCount => waveform.Count;

    /// <inheritdoc/>
    public IReadOnlyList<double> Corners => waveform.Corners;

    /// <inheritdoc/>
    public void Voltages(int segment, double time, ConductanceMatrix load, Span<double> voltages) => waveform.At(segment, time, voltages);
}
