using MagHopfield.Instrument.Train;
using MagHopfield.Toml;
using MagHopfield.Toml.Keys;
using MagHopfield.VirtualBoard;

namespace MagHopfield.Experiments.EndToEnd;

/// <summary>The keys of [[training]], [measurement] and [board]: what a film file may hold of the experiment.</summary>
internal static class ExperimentKeys
{
    // One 5 V pulse of 200 µs is what the paper trains with before Fig. 3.
    private const double DefaultVoltage = 5, DefaultWidth = 200e-6;

    private static readonly BoardParameters DefaultBoard = new();

    public static readonly TextKey Pattern = new("pattern", "Signs of the nodes row by row, as in \"+ - + -\".");
    public static readonly NumberKey Voltage = Volts("voltage", "Amplitude of the pulse.");
    public static readonly NumberKey Width = Seconds("width", "Width of the pulse.");
    public static readonly IntegerKey Pulses = new("pulses", "Number of pulses.", 1, 10_000) { Default = 1 };

    public static readonly SectionDeclaration Training = new(
        "training",
        true,
        "A lesson, one section for each; without any a film of four nodes learns \"+ - + -\", then \"+ + - -\".",
        [Pattern, Voltage, Width, Pulses]);

    public static readonly IntegerKey Averages = new("averages", "Rounds over all wiring geometries that are averaged into one G.", 1, 1000) { Default = 1 };

    public static readonly NumberKey ConsistencyLimit = NumberKey.Positive(
        "consistency_limit", "", "Largest relative deviation between wiring geometries that the instrument accepts (the paper's 2 %).") with
    { Default = 0.02 };

    public static readonly NumberKey Budget = NumberKey.Positive(
        "budget", "", "Error of an element of G that the cross-check lets pass, as a share of the largest element of its two rows.") with
    { Default = EndToEndParameters.DefaultBudget };

    public static readonly NumberKey CalibrationVoltage = Volts("calibration_voltage", "Amplitude of the pulses that span the reference G_avg.");
    public static readonly NumberKey CalibrationWidth = Seconds("calibration_width", "Width of those pulses.");

    public static readonly SectionDeclaration Measurement = new(
        "measurement", false, "How G is measured. The section may be left out.", [Averages, ConsistencyLimit, Budget, CalibrationVoltage, CalibrationWidth]);

    public static readonly IntegerKey Seed = new("seed", "Seed of every part's error and of the noise.", int.MinValue, int.MaxValue) { Default = DefaultBoard.Seed };

    public static readonly NumberKey AdcNoise = NumberKey.NotNegative("adc_noise", "V", "Noise of the ADC at its highest gain, rms.") with
    { Maximum = 1e-3, Default = DefaultBoard.Adc.NoiseAtHighGain };

    public static readonly NumberKey SwitchResistance = NumberKey.Positive("switch_resistance", "ohm", "Resistance of a switch.") with
    { Default = DefaultBoard.NodeSwitch.OnResistance };

    public static readonly NumberKey SwitchSpread = NumberKey.NotNegative("switch_resistance_spread", "", "Relative spread of it among switches.") with
    { Maximum = 0.5, Default = DefaultBoard.NodeSwitch.OnResistanceSpread };

    public static readonly NumberKey ResistorTolerance = NumberKey.NotNegative("resistor_tolerance", "", "Relative tolerance of shunts and reference resistor.") with
    { Maximum = 0.1, Default = DefaultBoard.Analog.ResistorTolerance };

    public static readonly NumberKey ThermalEmf = NumberKey.NotNegative("thermal_emf", "V", "Thermal voltages of the contacts.") with
    { Maximum = 1e-3, Default = DefaultBoard.Analog.ThermalEmf };

    public static readonly NumberKey PulseRise = NumberKey.NotNegative("pulse_rise", "s", "Duration of each edge of a pulse.") with
    { Maximum = 1e-3, Default = DefaultBoard.Analog.DriverRise };

    public static readonly NumberKey LeadResistance = NumberKey.Positive("lead_resistance", "ohm", "Resistance of a lead to the film.") with
    { Default = DefaultBoard.Analog.ForceLeadResistance };

    public static readonly SectionDeclaration Board = new(
        "board",
        false,
        "Figures of the virtual board. The section may be left out.",
        [Seed, AdcNoise, SwitchResistance, SwitchSpread, ResistorTolerance, ThermalEmf, PulseRise, LeadResistance]);

    private static NumberKey Volts(string name, string meaning) =>
        NumberKey.Positive(name, "V", meaning) with { Maximum = PulseLimits.HardwareVolts, Default = DefaultVoltage };

    private static NumberKey Seconds(string name, string meaning) =>
        new(name, "s", meaning) { Minimum = 1e-6, Maximum = 1e-6 * PulseLimits.HardwareWidthMicroseconds, Default = DefaultWidth };
}
