using MagHopfield.DeviceMemory.Tests.Device;

namespace MagHopfield.DeviceMemory.Tests;

/// <summary>
/// The count against what the device's interpreter showed in November 2026, built for a 32-bit Linux host without its debugger and bridged
/// to the chip models: 22.8 kB before Main, 58.8 kB for the SCPI instrument, 6.4 kB for a link, 30.5 kB for the demo, at commit eb31bf0.
/// There the count gives 22.0, 58.0, 6.2 and 31.5 kB.
/// </summary>
// In one collection, so one at a time: all ask the same garbage collector what is alive.
[Collection("heap")]
public sealed class CalibrationTests
{
    private const double Tolerance = 0.05;

    [Fact]
    public void What_there_is_before_Main_is_met()
    {
        // Rows of the firmware of eb31bf0, and its static objects: later ones have more.
        AssemblyTables firmware = new("firmware", 10, 72, 0, 118, 206, 625, 1232, 126);
        const int statics = 2208;
        int bytes = firmware.Bytes(false) + AssemblyTables.Libraries().Sum(library => library.Bytes(false)) + RuntimeObjects.BeforeMain
            + statics;
        Meets(22800, bytes);
    }

    [Fact]
    public void The_link_is_met() =>
        Meets(6400, HeapMeasurement.Of("Abort", 4).Figures["link"] + HeadObjects.SerialPort);

    private static void Meets(double measured, int counted) =>
        Assert.InRange(counted, measured * (1 - Tolerance), measured * (1 + Tolerance));
}
