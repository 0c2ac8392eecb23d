using MagHopfield.NanoFramework.Tests.Image;
using MagHopfield.NanoFramework.Tests.Rules;

namespace MagHopfield.NanoFramework.Tests;

/// <summary>All that runs on the ESP32, compiled against what the ESP32 has and read for what it gets wrong.</summary>
public sealed class FirmwareSubsetTests
{
    /// <summary>Folders of all sources of the firmware.</summary>
    internal static readonly string[] Folders =
        ["shared/MagHopfield.Shared", "firmware/MagHopfield.Instrument", "firmware/MagHopfield.Firmware"];

    [Fact]
    public void The_firmware_compiles_against_the_libraries_of_the_device()
    {
        string[] errors = FirmwareCompiler.Errors(FirmwareCompiler.Read(Folders));
        Assert.True(errors.Length == 0, "nanoFramework lacks what these lines use:\n" + string.Join("\n", errors));
    }

    [Fact]
    public void The_firmware_does_nothing_that_the_interpreter_gets_wrong()
    {
        FirmwareImage image = FirmwareCompiler.Build(FirmwareCompiler.Read(Folders), isProgram: true, allowUnsafe: false);
        Finding[] findings = DeviceRules.All.SelectMany(rule => rule(image)).ToArray();
        Assert.True(findings.Length == 0, "The compiler takes these lines, the device does not:\n" + string.Join<Finding>("\n", findings));
    }
}
