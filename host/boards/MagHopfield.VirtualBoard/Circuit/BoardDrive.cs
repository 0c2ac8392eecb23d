using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// The board as the drive of a device without a gold layer: drivers with their resistance and limit, switches, leads and all else that is
/// connected to its electrodes, solved anew for every load.
/// </summary>
internal sealed class BoardDrive(
    int terminals, Waveform share, Func<ConductanceMatrix, double, double[]> solve) : ITerminalDrive
{
    private (ConductanceMatrix? Load, double Share, double[] Voltages) _last = (null, 0, []);

    /// <inheritdoc/>
    public int TerminalCount => terminals;

    /// <inheritdoc/>
    public IReadOnlyList<double> Corners => share.Corners;

    /// <inheritdoc/>
    public void Voltages(int segment, double time, ConductanceMatrix load, Span<double> voltages)
    {
        double now = 0;
        share.At(segment, time, new Span<double>(ref now));
        if (!ReferenceEquals(load, _last.Load) || now != _last.Share)
            _last = (load, now, solve(load, now));

        _last.Voltages.CopyTo(voltages);
    }
}
