using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Firmware.Tests;

/// <summary>The supply as an ESP32 sees it whose reference is anything from 1.0 to 1.2 V.</summary>
[Collection("head")]
public class PowerMonitorTests
{
    public static TheoryData<double> References => [1.0, 1.05, 1.1, 1.15, 1.2];

    [Theory]
    [MemberData(nameof(References))]
    public void Compared_once_the_rail_is_right_to_a_tenth_of_a_volt_over_its_whole_range(double reference)
    {
        AdcPowerMonitor monitor;
        using (Esp32 device = new() { AdcReference = reference })
        {
            monitor = new AdcPowerMonitor();
            monitor.Calibrate(6.5);
            Assert.Equal(6.5, monitor.SupplyVolts, 0.001);
        }

        foreach (double volts in new[] { 5.0, 5.9, 6.15, 6.88, 7.1 })
        {
            using Esp32 device = new(Rail(volts)) { AdcReference = reference };
            Assert.Equal(volts, monitor.SupplyVolts, 0.1);
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_comparison_two_percent_off_leaves_every_sound_rail_without_an_alarm_and_a_lost_volt_with_one(double reference)
    {
        foreach (double error in new[] { 0.98, 1.02 })
        {
            AdcPowerMonitor monitor;
            using (Esp32 device = new() { AdcReference = reference })
            {
                monitor = new AdcPowerMonitor();
                monitor.Calibrate(6.5 * error);
            }

            foreach (double volts in new[] { 6.15, 6.5, 6.85 })
            {
                using Esp32 device = new(Rail(volts)) { AdcReference = reference };
                Assert.InRange(monitor.SupplyVolts, 6.0, 7.0);
            }

            using Esp32 low = new(Rail(5.5)) { AdcReference = reference };
            Assert.True(monitor.SupplyVolts < 6.0);
        }
    }

    [Fact]
    public void A_comparison_that_no_reference_can_explain_is_not_taken()
    {
        using Esp32 device = new(Rail(3.0));
        AdcPowerMonitor monitor = new();
        monitor.Calibrate(6.5);
        Assert.Equal(3.0, monitor.SupplyVolts, 0.05);
    }

    private static BoardParameters Rail(double volts) => new() { Analog = new() { PositiveRail = volts } };
}
