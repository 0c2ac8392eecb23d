using MagHopfield.Shared;

namespace MagHopfield.Devices;

/// <summary>
/// A magnetic device as its terminals show it: voltages and currents as functions of time, and conductances. What learns behind them
/// (micromagnetics, Oja's rule, junctions, a real film) is not visible here. A film under a gold layer has two sets of N terminals: the
/// drive enters the gold, the conductance is that of the film. Any other device has one set, and may change within a pulse the conductance
/// that the drive meets.
/// </summary>
public interface IMagneticDevice
{
    /// <summary>Number of nodes N.</summary>
    int NodeCount { get; }

    /// <summary>
    /// Conductance matrix between the N electrodes at the present state, in siemens: the same object until the state changes.
    /// </summary>
    ConductanceMatrix Conductance { get; }

    /// <summary>
    /// Conductance matrix of the gold layer between its N terminals, leads included, in siemens, which never changes; null for a device
    /// without one, which is driven at its electrodes.
    /// </summary>
    ConductanceMatrix? GoldConductance { get; }

    /// <summary>
    /// Whether time alone changes the device, as noise does a superparamagnetic junction. Such a device is told of all time that passes:
    /// at its electrodes by <see cref="Drive"/>, under a gold layer by <see cref="Rest"/>. Any other hears of drives alone.
    /// </summary>
    bool ChangesAtRest => false;

    /// <summary>What <see cref="Drive"/> meets, in siemens: the gold layer, or the electrodes at the present state.</summary>
    ConductanceMatrix Load => GoldConductance ?? Conductance;

    /// <summary>
    /// Drives the terminals of the gold layer, or the electrodes where there is none. The device asks the drive for its voltages as often
    /// as its own physics needs them, each time with the conductance that it has reached.
    /// </summary>
    /// <param name="drive">What is connected, as many terminals as nodes.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The drive has another number of terminals.</exception>
    void Drive(ITerminalDrive drive, CancellationToken cancellation);

    /// <summary>Lets time pass with all terminals open.</summary>
    /// <param name="duration">Time in seconds, 0 or more.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    void Rest(double duration, CancellationToken cancellation)
    {
    }
}
