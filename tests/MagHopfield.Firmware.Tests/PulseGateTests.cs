using MagHopfield.Instrument.Board;

namespace MagHopfield.Firmware.Tests;

/// <summary>The pulse gate on a peripheral that calls itself idle from the first microsecond of a pulse.</summary>
[Collection("head")]
public class PulseGateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(149)]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(5000)]
    [InlineData(32767)]
    public void Firing_returns_after_the_pulse_has_ended_and_soon_after(int microseconds)
    {
        using Esp32 device = new();
        RmtPulseGate gate = new(BoardPins.PulseEnable) { Monitor = new AdcPowerMonitor() };
        long start = device.Clock.Microseconds;
        gate.Fire(microseconds);
        Assert.False(device.IsGateOn);
        Assert.InRange(device.Clock.Microseconds - start, microseconds, microseconds + 250);
    }

    [Theory]
    [InlineData(0.95)]
    [InlineData(1.1)]
    [InlineData(1.2)]
    public void A_pulse_of_150_microseconds_or_more_is_seen(double reference)
    {
        using Esp32 device = new() { AdcReference = reference };
        AdcPowerMonitor monitor = new();
        new RmtPulseGate(BoardPins.PulseEnable) { Monitor = monitor }.Fire(150);
        Assert.InRange(monitor.PulseVolts, 4.3, 5.7);
    }

    [Fact]
    public void A_pulse_below_a_diode_s_drop_ends_by_time_alone()
    {
        using Esp32 device = new() { PulseVolts = 0.5 };
        AdcPowerMonitor monitor = new();
        new RmtPulseGate(BoardPins.PulseEnable) { Monitor = monitor }.Fire(5000);
        Assert.False(device.IsGateOn);
        Assert.Equal(0, monitor.PulseVolts);
    }

    [Fact]
    public void Drivers_that_stay_on_after_a_pulse_are_told_after_a_tenth_of_a_second()
    {
        using Esp32 device = new() { StuckPulse = true };
        RmtPulseGate gate = new(BoardPins.PulseEnable) { Monitor = new AdcPowerMonitor() };
        long start = device.Clock.Microseconds;
        string text = Assert.Throws<InvalidOperationException>(() => gate.Fire(200)).Message;
        Assert.Contains("PULSE_EN", text);
        Assert.InRange(device.Clock.Microseconds - start, 100_000, 110_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32768)]
    public void A_width_that_no_command_of_the_peripheral_holds_is_refused(int microseconds)
    {
        using Esp32 device = new();
        RmtPulseGate gate = new(BoardPins.PulseEnable);
        Assert.Throws<ArgumentOutOfRangeException>(() => gate.Fire(microseconds));
        Assert.False(device.IsGateOn);
    }
}
