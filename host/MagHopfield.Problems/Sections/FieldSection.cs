using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[field] and [stage.field].</summary>
internal static class FieldSection
{
    public static readonly Key<Vector3D> Constant = Key.Vector("constant", "A/m", "Constant part of the field.", [0, 0, 0]);
    public static readonly Key<Vector3D> ConstantTesla = Key.Vector("constant_tesla", "T", "The constant part as µ0 H, instead of `constant`.", [0, 0, 0]);

    public static readonly Key<Waveform> Form = Key.Choice(
        "waveform",
        "Form s(t) of the part that changes: sin(2πft + φ); a ramp from 0 to 1; a pulse of height 1; sin(x)/x with x = 2πf(t − t₀).",
        [
            ("constant", Waveform.Constant), ("sine", Waveform.Sine), ("ramp", Waveform.Ramp), ("pulse", Waveform.Pulse), ("sinc", Waveform.Sinc),
        ],
        "constant");

    public static readonly Key<Vector3D> Amplitude = Key.Vector("amplitude", "A/m", "Amplitude of the part that changes.", [0, 0, 0]);
    public static readonly Key<Vector3D> AmplitudeTesla = Key.Vector("amplitude_tesla", "T", "The amplitude as µ0 H, instead of `amplitude`.", [0, 0, 0]);
    public static readonly Key<double> Frequency = Key.Positive("frequency", "Hz", "Frequency f of a sine, highest frequency of a sinc.");
    public static readonly Key<double> Phase = Key.Number("phase", "rad", "Phase φ of a sine.", fallback: 0);

    public static readonly Key<double> Delay = Key.Number(
        "delay", "s", "Time t₀ at which a ramp or pulse begins, or a sinc has its peak.", minimum: 0, fallback: 0);

    public static readonly Key<double> Duration = Key.Positive("duration", "s", "Duration τ of a ramp, or of a pulse from edge to edge.");
    public static readonly Key<double> Rise = Key.Number("rise", "s", "Rise and fall time of a pulse; its edges begin at t₀ and t₀ + τ.", minimum: 0, fallback: 0);

    private static readonly KeyDeclaration[] All =
        [Constant, ConstantTesla, Form, Amplitude, AmplitudeTesla, Frequency, Phase, Delay, Duration, Rise];

    public static readonly SectionDeclaration Declaration = new(
        "field",
        false,
        "A uniform external field H(t) = constant + amplitude · s(t), with t the simulated time. Relaxing stages hold it as it is when they "
        + "begin. The section may be left out.",
        All);

    public static readonly SectionDeclaration OfStage = new(
        "stage.field",
        false,
        "Written after a [[stage]], it replaces [field] during that stage, with t from the start of the stage. It has the same keys.",
        All);

    public static DriveField Read(TomlSection section)
    {
        Vector3D constant = Either(section, Constant, ConstantTesla);
        Waveform form = Form.Read(section);
        if (form == Waveform.Constant)
        {
            return new(constant, default, form);
        }

        if (!section.Has(Amplitude.Name) && !section.Has(AmplitudeTesla.Name))
        {
            throw section.Error(Form.Name, $"needs an amplitude; add {Amplitude.Name} = [x, y, z] in A/m");
        }

        DriveField field = new(constant, Either(section, Amplitude, AmplitudeTesla), form);
        field = form switch
        {
            Waveform.Sine => field with { Frequency = Frequency.Read(section), Phase = Phase.Read(section) },
            Waveform.Ramp => field with { Delay = Delay.Read(section), Duration = Duration.Read(section) },
            Waveform.Pulse => field with { Delay = Delay.Read(section), Duration = Duration.Read(section), Rise = Rise.Read(section) },
            _ => field with { Frequency = Frequency.Read(section), Delay = Delay.Read(section) },
        };
        return form != Waveform.Pulse || field.Rise <= field.Duration
            ? field
            : throw section.Error(Rise.Name, $"is {field.Rise:R} s, longer than the duration of {field.Duration:R} s; write a shorter one");
    }

    private static Vector3D Either(TomlSection section, Key<Vector3D> field, Key<Vector3D> tesla) =>
        !section.Has(tesla.Name) ? field.Read(section)
        : section.Has(field.Name) ? throw section.Error(tesla.Name, $"says the same as {field.Name}; keep one of them")
        : (1 / PhysicalConstants.Mu0) * tesla.Read(section);
}
