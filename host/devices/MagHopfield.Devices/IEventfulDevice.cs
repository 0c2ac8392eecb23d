namespace MagHopfield.Devices;

/// <summary>A device that tells of what happens in it, as a junction that switches or a core that reverses.</summary>
public interface IEventfulDevice : IMagneticDevice
{
    /// <summary>Raised in the order of time, on the thread that drives the device; the device may be read there, not driven.</summary>
    event Action<DeviceEvent>? Occurred;
}

/// <summary>Something that happened in a device.</summary>
/// <param name="Time">Time in seconds that the device had seen in all.</param>
/// <param name="Node">Zero-based node.</param>
/// <param name="What">What, in a word or two, as in "switched".</param>
public readonly record struct DeviceEvent(double Time, int Node, string What);
