using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.Film.Pulses;

/// <summary>Voltages of the terminals within a segment of a drive: a straight line for a given load.</summary>
/// <param name="count">Number N of terminals.</param>
internal sealed class SegmentVoltages(int count)
{
    private double _start, _duration;

    /// <summary>Voltages in volts at the start of the segment.</summary>
    public double[] From { get; } = new double[count];

    /// <summary>Voltages in volts at its end.</summary>
    public double[] To { get; } = new double[count];

    /// <summary>Whether they stay as they are.</summary>
    public bool IsConstant => From.AsSpan().SequenceEqual(To);

    /// <summary>Takes a segment, whose length is cut to a longest one: an edge that is slower is taken at that.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="segment">Zero-based segment.</param>
    /// <param name="load">Conductance matrix that the drive meets, in siemens.</param>
    /// <param name="start">Time in seconds from which <see cref="At(int, double)"/> counts.</param>
    /// <param name="longest">Longest length in seconds.</param>
    /// <returns>Length in seconds.</returns>
    public double Take(ITerminalDrive drive, int segment, ConductanceMatrix load, double start, double longest)
    {
        IReadOnlyList<double> corners = drive.Corners;
        _start = start;
        _duration = Math.Min(corners[segment + 1] - corners[segment], longest);
        Follow(drive, segment, load);
        return _duration;
    }

    /// <summary>Takes the voltages anew, with another load.</summary>
    /// <returns>Whether they are others now.</returns>
    public bool Follow(ITerminalDrive drive, int segment, ConductanceMatrix load)
    {
        Span<double> before = stackalloc double[2 * From.Length];
        From.CopyTo(before);
        To.CopyTo(before[From.Length..]);
        drive.Voltages(segment, drive.Corners[segment], load, From);
        drive.Voltages(segment, drive.Corners[segment + 1], load, To);
        return !before[..From.Length].SequenceEqual(From) || !before[From.Length..].SequenceEqual(To);
    }

    /// <summary>Voltage of a terminal in volts at a time in seconds.</summary>
    public double At(int terminal, double time) => IsConstant
        ? From[terminal]
        : From[terminal] + ((time - _start) / _duration * (To[terminal] - From[terminal]));

    /// <summary>Voltages of all terminals in volts at a time in seconds.</summary>
    public double[] At(double time) => [.. Enumerable.Range(0, From.Length).Select(k => At(k, time))];

    /// <summary>Largest difference between two terminals in volts at a time in seconds.</summary>
    public double Spread(double time)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int k = 0; k < From.Length; k++)
            (low, high) = (Math.Min(low, At(k, time)), Math.Max(high, At(k, time)));
        return high - low;
    }
}
