namespace MagHopfield.RaspberryPi.PreFlight;

/// <summary>What the check before the start looks at on a machine.</summary>
public interface IMachine
{
    /// <summary>The text of a file, or null where there is none.</summary>
    /// <param name="path">Absolute path.</param>
    string? Text(string path);

    /// <summary>Whether a device file is there and this user may read and write it.</summary>
    /// <param name="path">Absolute path.</param>
    DeviceAccess Access(string path);
}
