using MagHopfield.Shared;

namespace MagHopfield.Devices;

/// <summary>
/// What is connected to the driven terminals of a device, as a function of time: sources and all that lies between them and the device.
/// Between two corners nothing but the load bends a voltage.
/// </summary>
public interface ITerminalDrive
{
    /// <summary>Number of terminals N.</summary>
    int TerminalCount { get; }

    /// <summary>
    /// Instants in seconds from 0, ascending, at least two: the ends of the segments. Two equal ones are a jump. Before the first and after
    /// the last all terminals are at 0 V.
    /// </summary>
    IReadOnlyList<double> Corners { get; }

    /// <summary>Voltages of the terminals at an instant.</summary>
    /// <param name="segment">
    /// Zero-based segment: from corner <paramref name="segment"/> to the next. Tells the sides of a jump apart.
    /// </param>
    /// <param name="time">Time in seconds within the segment, ends included.</param>
    /// <param name="load">Conductance matrix that the drive meets, in siemens.</param>
    /// <param name="voltages">Is filled with N voltages in volts, against ground.</param>
    void Voltages(int segment, double time, ConductanceMatrix load, Span<double> voltages);
}
