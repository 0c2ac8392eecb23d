using MagHopfield.DeviceCheck;
using MagHopfield.DeviceCheck.Checks;
using MagHopfield.NanoFramework.Tests.Image;
using MagHopfield.NanoFramework.Tests.Rules;

namespace MagHopfield.NanoFramework.Tests;

/// <summary>The program of checks that runs on the device's own CLR, on .NET and as the device would compile it.</summary>
public sealed class DeviceCheckTests
{
    private static readonly string[] Folders =
    [
        "shared/MagHopfield.Shared", "firmware/MagHopfield.Instrument", "firmware/MagHopfield.DeviceCheck",
    ];

    [Fact]
    public void Every_check_passes_on_dotnet()
    {
        CheckLog log = new();
        AllChecks.Run(log);
        Assert.True(log.Failures == 0, string.Join('\n', log.Lines.ToArray()));
        Assert.Equal(17, log.Checks);
    }

    [Fact]
    public void An_expectation_that_is_not_met_a_wrong_number_and_an_exception_are_failures()
    {
        CheckLog log = new();
        log.Run("wrong", l =>
        {
            l.Expect(false, "this");
            l.Near(1, double.NaN, 0.1, "that");
            throw new InvalidOperationException("stop");
        });
        Assert.Equal(3, log.Failures);
        Assert.Contains("      wrong: ended by an exception: stop", log.Lines.ToArray());
    }

    [Fact]
    public void The_checks_compile_for_the_device_and_do_nothing_that_the_interpreter_gets_wrong()
    {
        FirmwareImage image = FirmwareCompiler.Build(FirmwareCompiler.Read(Folders), isProgram: true, allowUnsafe: false);
        Finding[] findings = DeviceRules.All.SelectMany(rule => rule(image)).ToArray();
        Assert.True(findings.Length == 0, string.Join<Finding>("\n", findings));
    }
}
