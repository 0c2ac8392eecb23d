using MagHopfield.Firmware.Tests;

namespace nanoFramework.Runtime.Native;

/// <summary>A restart is noted.</summary>
public static class Power
{
    public static void RebootDevice() => MagHopfield.Firmware.Tests.Esp32.Current.Reboots++;
}
