namespace MagHopfield.Devices;

/// <summary>The drive that most experiments want: one pulse of voltages.</summary>
public static class DevicePulse
{
    /// <summary>Applies a voltage pulse: all terminals rise together from 0 V in a straight line and fall to it again.</summary>
    /// <param name="device">The device.</param>
    /// <param name="voltages">N terminal voltages in volts at the top of the pulse, against ground.</param>
    /// <param name="width">Width at half the amplitude in seconds, as pulse generators state it.</param>
    /// <param name="rise">Duration of each edge, from 0 to 100 %, in seconds: 0 for a rectangle, at most the width.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    public static void ApplyPulse(
        this IMagneticDevice device, IReadOnlyList<double> voltages, double width, double rise, CancellationToken cancellation) =>
        device.Drive(new VoltageDrive(Waveform.Pulse(voltages, width, rise)), cancellation);

    /// <summary>Applies a voltage pulse whose edges take no time.</summary>
    /// <param name="device">The device.</param>
    /// <param name="voltages">N terminal voltages in volts, against ground.</param>
    /// <param name="width">Width in seconds.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    public static void ApplyPulse(
        this IMagneticDevice device, IReadOnlyList<double> voltages, double width, CancellationToken cancellation) =>
        device.ApplyPulse(voltages, width, 0, cancellation);

    /// <summary>Refuses a drive of another number of terminals than the device has.</summary>
    /// <param name="device">The device.</param>
    /// <param name="drive">The drive.</param>
    /// <exception cref="ArgumentException">Another number.</exception>
    public static void CheckTerminals(this IMagneticDevice device, ITerminalDrive drive)
    {
        if (drive.TerminalCount != device.NodeCount)
            throw new ArgumentException(
                $"The device has {device.NodeCount} nodes, {drive.TerminalCount} voltages were given.", nameof(drive));
    }
}
