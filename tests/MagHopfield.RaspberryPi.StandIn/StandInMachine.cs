using MagHopfield.RaspberryPi.PreFlight;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>What a machine shows to the check before the start; all is well until it is changed.</summary>
public sealed class StandInMachine : IMachine
{
    /// <summary>A machine with all device files and a long buffer.</summary>
    /// <param name="model">Its name in the device tree, or null for another kind of machine.</param>
    public StandInMachine(string? model)
    {
        Texts["/proc/device-tree/model"] = model;
        Texts["/sys/module/spidev/parameters/bufsiz"] = "8192\n";
    }

    /// <summary>Files by path; null is none.</summary>
    public Dictionary<string, string?> Texts { get; } = [];

    /// <summary>Device files that do not open as they should.</summary>
    public Dictionary<string, DeviceAccess> Devices { get; } = [];

    /// <inheritdoc/>
    public string? Text(string path) => Texts.GetValueOrDefault(path);

    /// <inheritdoc/>
    public DeviceAccess Access(string path) => Devices.GetValueOrDefault(path, DeviceAccess.Open);
}
