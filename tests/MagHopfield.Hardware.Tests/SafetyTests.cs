using MagHopfield.Hardware.Safety;
using MagHopfield.Hardware.Spice;
using MagHopfield.Instrument.Board;
using MagHopfield.Toml;

namespace MagHopfield.Hardware.Tests;

public class SafetyTests
{
    private static readonly SafetyAnalysis Analysis = new(SpiceResults.Read(Repository.Read("spice", SpiceResults.FileName)));

    [Fact]
    public void The_committed_page_is_what_the_command_writes() =>
        Assert.True(
            SafetyDocument.Write(Analysis) == Repository.Read("safety.md"),
            "hardware/safety.md is out of date; run: maghopfield hardware write");

    [Fact]
    public void No_single_fault_stresses_the_gold_more_than_every_terminal_at_a_rail()
    {
        Assert.True(Analysis.Faults.Count > 15);
        foreach (SafetyFault fault in Analysis.Faults)
        {
            Assert.True(fault.Stress.LargestVolts <= Analysis.Rails.LargestVolts, fault.Name);
            Assert.True(fault.Stress.SheetWatts <= Analysis.Rails.SheetWatts * (1 + 1e-9), fault.Name);
            Assert.True(fault.Stress.CurrentDensity <= Analysis.Rails.CurrentDensity * (1 + 1e-9), fault.Name);
        }

        Assert.InRange(Analysis.Rails.Kelvin, 0.1, 10);
        Assert.InRange(Analysis.Rails.OxideField, 1e8, 0.5e9);
    }

    [Fact]
    public void The_largest_energy_the_limits_allow_is_that_of_the_strongest_pulse()
    {
        Assert.Equal(Analysis.PulseJoules, Analysis.LargestAllowedJoules, 1e-9);

        // Four leads of 5 V and some 500 ohm for 200 us.
        Assert.InRange(Analysis.PulseJoules, 4 * 25 / 530.0 * 200e-6, 4 * 25 / 500.0 * 200e-6);
        Assert.True(Analysis.PulseJoules < PulseLimits.HardwareJoules);
    }

    [Fact]
    public void Heat_in_leads_and_gold_is_the_power_of_the_terminals()
    {
        GoldStress one = GoldStress.Of([1, -1, 1, -1]);
        GoldStress five = GoldStress.Of([5, -5, 5, -5]);
        Assert.Equal(25 * one.Watts, five.Watts, 1e-9);
        Assert.InRange(one.Watts, 4.0 / 530, 4.0 / 500);
        Assert.True(five.SheetWatts > 0 && five.SheetWatts < five.LeadWatts / 100);
    }

    [Fact]
    public void A_series_resistor_of_the_stated_size_keeps_a_terminal_at_a_rail_below_the_stated_density()
    {
        double ohms = Analysis.SeriesOhmsFor(3e11);
        Assert.Equal(3e11, Analysis.RailVolts / ohms * GoldStress.DensityOfAmpere, 1e3);
        Assert.True(ohms < GoldStress.Film.NeededGold.LeadResistance);
    }

    [Fact]
    public void The_kept_figures_of_the_simulations_are_those_of_the_decks()
    {
        Assert.SkipUnless(NgSpice.IsInstalled, NgSpice.Missing);
        IReadOnlyDictionary<string, double> kept = SpiceResults.Read(Repository.Read("spice", SpiceResults.FileName));
        int compared = 0;
        foreach (string name in SpiceDeck.All)
        {
            SpiceDeck deck = SpiceDeck.Run(name, Repository.Read("spice", name));
            foreach ((string figure, double value) in deck.Figures)
            {
                // Other versions of ngspice choose other steps in time.
                double scale = Math.Max(Math.Abs(kept[$"{name} {figure}"]), 1e-9);
                Assert.True(
                    Math.Abs(value - kept[$"{name} {figure}"]) < 0.05 * scale + 1e-7,
                    $"{name} {figure}: {value}, kept {kept[$"{name} {figure}"]}; run: maghopfield hardware simulate");
                compared++;
            }
        }

        Assert.Equal(kept.Count, compared);
    }
}
