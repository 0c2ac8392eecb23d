using MagHopfield.Instrument.Board;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>The keys of [[training]], [measurement] and [board]: what a film file may hold of the experiment.</summary>
internal static class ExperimentKeys
{
    // One 5 V pulse of 200 µs is what the paper trains with before Fig. 3.
    private const double DefaultVoltage = 5, DefaultWidth = 200e-6;

    private static readonly BoardParameters DefaultBoard = new();

    public static readonly Key<string> Pattern = Key.Text("pattern", "Signs of the nodes row by row, as in \"+ - + -\".");
    public static readonly Key<double> Voltage = Volts("voltage", "Amplitude of the pulse.");
    public static readonly Key<double> Width = Seconds("width", "Width of the pulse.");
    public static readonly Key<int> Pulses = Key.Integer("pulses", "Number of pulses.", 1, 10_000, fallback: 1);

    public static readonly SectionDeclaration Training = new(
        "training",
        true,
        "A lesson, one section for each; without any a film of four nodes learns \"+ - + -\", then \"+ + - -\".",
        [Pattern, Voltage, Width, Pulses]);

    public static readonly Key<int> Averages = Key.Integer(
        "averages", "Rounds over all wiring geometries that are averaged into one G.", 1, 1000, fallback: 1);

    public static readonly Key<double> ConsistencyLimit = Key.Positive(
        "consistency_limit",
        "",
        "Largest relative deviation between wiring geometries that the instrument accepts (the paper's 2 %).",
        fallback: 0.02);

    public static readonly Key<double> Budget = Key.Positive(
        "budget",
        "",
        "Error of an element of G that the cross-check lets pass, as a share of the largest element of its two rows.",
        fallback: EndToEndParameters.DefaultBudget);

    public static readonly Key<double> CalibrationVoltage = Volts(
        "calibration_voltage", "Amplitude of the pulses that span the reference G_avg.");
    public static readonly Key<double> CalibrationWidth = Seconds("calibration_width", "Width of those pulses.");

    public static readonly SectionDeclaration Measurement = new(
        "measurement", false, "How G is measured. The section may be left out.",
        [
            Averages, ConsistencyLimit, Budget, CalibrationVoltage, CalibrationWidth,
        ]);

    public static readonly Key<int> Seed = Key.AtLeast(
        "seed", "Seed of every part's error and of the noise.", int.MinValue, fallback: DefaultBoard.Seed);

    public static readonly Key<double> AdcNoise = Key.Number(
        "adc_noise",
        "V",
        "Noise of the ADC at its highest gain, rms.",
        minimum: 0,
        maximum: 1e-3,
        fallback: DefaultBoard.Adc.NoiseAtHighGain);

    public static readonly Key<double> SwitchResistance = Key.Positive(
        "switch_resistance", "ohm", "Resistance of a switch.", fallback: DefaultBoard.NodeSwitch.OnResistance);

    public static readonly Key<double> SwitchSpread = Key.Number(
        "switch_resistance_spread",
        "",
        "Relative spread of it among switches.",
        minimum: 0,
        maximum: 0.5,
        fallback: DefaultBoard.NodeSwitch.OnResistanceSpread);

    public static readonly Key<double> ResistorTolerance = Key.Number(
        "resistor_tolerance",
        "",
        "Relative tolerance of shunts and reference resistor.",
        minimum: 0,
        maximum: 0.1,
        fallback: DefaultBoard.Analog.ResistorTolerance);

    public static readonly Key<double> ThermalEmf = Key.Number(
        "thermal_emf", "V", "Thermal voltages of the contacts.", minimum: 0, maximum: 1e-3, fallback: DefaultBoard.Analog.ThermalEmf);

    public static readonly Key<double> PulseRise = Key.Number(
        "pulse_rise", "s", "Duration of each edge of a pulse.", minimum: 0, maximum: 1e-3, fallback: DefaultBoard.Analog.DriverRise);

    public static readonly Key<double> LeadResistance = Key.Positive(
        "lead_resistance", "ohm", "Resistance of a lead to the film.", fallback: DefaultBoard.Analog.ForceLeadResistance);

    public static readonly SectionDeclaration Board = new(
        "board",
        false,
        "Figures of the virtual board. The section may be left out.",
        [Seed, AdcNoise, SwitchResistance, SwitchSpread, ResistorTolerance, ThermalEmf, PulseRise, LeadResistance]);

    private static Key<double> Volts(string name, string meaning) =>
        Key.Positive(name, "V", meaning, DefaultVoltage, PulseLimits.HardwareVolts);

    private static Key<double> Seconds(string name, string meaning) =>
        Key.Number(name, "s", meaning, 1e-6, 1e-6 * PulseLimits.HardwareWidthMicroseconds, DefaultWidth);
}
