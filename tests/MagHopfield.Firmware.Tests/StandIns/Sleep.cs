using MagHopfield.Firmware.Tests;

namespace MagHopfield.Firmware;

// As in Buses.cs: found by the head before System.Threading's own.

/// <summary>A sleep of the head is one of board time.</summary>
internal static class Thread
{
    public static void Sleep(int milliseconds)
    {
        MagHopfield.Firmware.Tests.Esp32.Current.Throw();
        MagHopfield.Firmware.Tests.Esp32.Current.Clock.Advance(milliseconds * 1_000_000L);
    }
}
