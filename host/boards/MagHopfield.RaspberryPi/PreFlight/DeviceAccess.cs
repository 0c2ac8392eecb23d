namespace MagHopfield.RaspberryPi.PreFlight;

/// <summary>How a device file answers to being opened.</summary>
public enum DeviceAccess
{
    /// <summary>It opens for reading and writing.</summary>
    Open,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>This user may not open it.</summary>
    Forbidden,

    /// <summary>It is taken, or opens for another reason not.</summary>
    Busy,
}
