using System.Globalization;
using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Declarations;
using MagHopfield.Problems.Drives;
using MagHopfield.Problems.Keys;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Terms;

/// <summary>Declares <see cref="ExternalFieldTerm"/>.</summary>
internal sealed class ExternalFieldDeclaration : TermDeclaration
{
    private const string Field = "field";

    public static readonly Key<Vector3D> Constant = Key.Vector("constant", "A/m", "Constant part of the field.", [0, 0, 0]);
    public static readonly Key<Vector3D> ConstantTesla = Key.Vector(
        "constant_tesla", "T", "The constant part as µ0 H, instead of `constant`.", [0, 0, 0]);

    public static readonly Key<Waveform> Form = Key.Choice(
        "waveform",
        "Form s(t) of the part that changes: sin(2πft + φ); a ramp from 0 to 1; a pulse of height 1; sin(x)/x with x = 2πf(t − t₀); or "
        + "straight lines between the points of a table.",
        [
            ("constant", Waveform.Constant), ("sine", Waveform.Sine), ("ramp", Waveform.Ramp), ("pulse", Waveform.Pulse),
            ("sinc", Waveform.Sinc), ("table", Waveform.Table),
        ],
        "constant");

    public static readonly Key<Vector3D> Amplitude = Key.Vector("amplitude", "A/m", "Amplitude of the part that changes.", [0, 0, 0]);
    public static readonly Key<Vector3D> AmplitudeTesla = Key.Vector(
        "amplitude_tesla", "T", "The amplitude as µ0 H, instead of `amplitude`.", [0, 0, 0]);
    public static readonly Key<double> Frequency = Key.Positive(
        "frequency", "Hz", "Frequency f of a sine, highest frequency of a sinc.").Without("required for these");
    public static readonly Key<double> Phase = Key.Number("phase", "rad", "Phase φ of a sine.", fallback: 0);

    public static readonly Key<double> Delay = Key.Number(
        "delay", "s", "Time t₀ at which a ramp or pulse begins, or a sinc has its peak.", minimum: 0, fallback: 0);

    public static readonly Key<double> Duration = Key.Positive(
        "duration", "s", "Duration τ of a ramp, or of a pulse from edge to edge.").Without("required for these");
    public static readonly Key<double> Rise = Key.Number(
        "rise", "s", "Rise and fall time of a pulse; its edges begin at t₀ and t₀ + τ.", minimum: 0, fallback: 0);

    public static readonly Key<(double X, double Y)[]> Points = Key.Points(
        "points",
        2,
        "s, 1",
        "Points [t, s] of a table, in the order of time; the first and the last value hold before and after. Two points at one time are a "
        + "jump, after which, and at the time itself, the second holds.")
        .Without("this or points_file is required for a table");

    public static readonly Key<string> PointsFile = Key.Path(
        "points_file",
        "Path of a text file with the points of a table instead of `points`: lines of t in s and s, `#` begins a comment.",
        "none");

    public static readonly Key<string> SpatialFile = Key.Path(
        "spatial_file",
        "Path of an OVF file of the same mesh with a field that varies in space, in A/m (or in T, if its header says so).",
        "none");

    public static readonly Key<double> SpatialScale = Key.Number(
        "spatial_scale", "", "Factor on the field of `spatial_file`.", fallback: 1);

    public static readonly Key<bool> SpatialFollows = Key.Flag(
        "spatial_follows", "Whether the field of `spatial_file` is multiplied by s(t), too, rather than constant.", false);

    private static readonly KeyDeclaration[] Keys =
    [
        Constant, ConstantTesla, Form, Amplitude, AmplitudeTesla, Frequency, Phase, Delay, Duration, Rise, Points, PointsFile, SpatialFile,
        SpatialScale, SpatialFollows,
    ];

    public override int Order => 500;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            Field,
            false,
            "The external field H(r, t) = constant + amplitude · s(t) + spatial_scale · H_file(r), with t the simulated time. Relaxing "
            + "stages hold it as it is when they begin. The section may be left out.",
            Keys),
    ];

    public override SectionDeclaration? OfStage { get; } = new(
        "stage.field",
        false,
        "Written after a [[stage]], it replaces [field] during that stage, with t from the start of the stage. It has the same keys.",
        Keys);

    public override IReadOnlyList<TermEnergy> Energies => [new("zeeman", "zeeman", "energy in the external field", 50)];

    public override IReadOnlyList<TableQuantity> Columns =>
    [
        new("Hx", "A/m", "external field along x", r => r.Field.X, 10),
        new("Hy", "A/m", "external field along y", r => r.Field.Y, 10),
        new("Hz", "A/m", "external field along z", r => r.Field.Z, 10),
        .. base.Columns,
    ];

    public override IEnumerable<Term> Read(TermReading file) =>
        [new ExternalFieldTerm(file.Root.OptionalSection(Field) is TomlSection own ? Read(own, file.Files) : DriveField.None)];

    public override Term? ReadOfStage(TomlSection stage, TermReading file) =>
        stage.OptionalSection(Field) is TomlSection own ? new ExternalFieldTerm(Read(own, file.Files)) { Line = stage.Line } : null;

    public static void Write(DocumentWriter text, DriveField field)
    {
        text.Add(Constant, field.Constant);
        text.Add(Form, field.Waveform);
        if (field.Spatial is SpatialField spatial)
        {
            text.AddFile(SpatialFile, spatial.File);
            text.Add(SpatialScale, spatial.Scale);
            if (field.Waveform != Waveform.Constant)
                text.Add(SpatialFollows, spatial.Follows);
        }

        if (field.Waveform == Waveform.Constant)
            return;
        text.Add(Amplitude, field.Amplitude);
        if (field.Waveform is Waveform.Sine or Waveform.Sinc)
            text.Add(Frequency, field.Frequency);
        if (field.Waveform == Waveform.Sine)
            text.Add(Phase, field.Phase);
        if (field.Waveform is Waveform.Ramp or Waveform.Pulse or Waveform.Sinc)
            text.Add(Delay, field.Delay);
        if (field.Waveform is Waveform.Ramp or Waveform.Pulse)
            text.Add(Duration, field.Duration);
        if (field.Waveform == Waveform.Pulse)
            text.Add(Rise, field.Rise);
        if (field.Waveform == Waveform.Table)
            text.Add(Points, [.. field.Points!]);
    }

    private static DriveField Read(TomlSection section, InputFiles files)
    {
        Vector3D constant = Either(section, Constant, ConstantTesla);
        Waveform form = Form.Read(section);
        SpatialField? spatial = !section.Has(SpatialFile.Name)
            ? null
            : new(files.Find(section, SpatialFile), SpatialScale.Read(section), form != Waveform.Constant && SpatialFollows.Read(section));
        DriveField field = new(constant, default, form, Spatial: spatial);
        if (form == Waveform.Constant)
            return field;
        bool amplitude = section.Has(Amplitude.Name) || section.Has(AmplitudeTesla.Name);
        if (!amplitude && spatial is not { Follows: true })
            throw section.Error(Form.Name, $"needs an amplitude; add {Amplitude.Name} = [x, y, z] in A/m");
        field = field with { Amplitude = amplitude ? Either(section, Amplitude, AmplitudeTesla) : default };
        field = form switch
        {
            Waveform.Sine => field with { Frequency = Frequency.Read(section), Phase = Phase.Read(section) },
            Waveform.Ramp => field with { Delay = Delay.Read(section), Duration = Duration.Read(section) },
            Waveform.Pulse => field with { Delay = Delay.Read(section), Duration = Duration.Read(section), Rise = Rise.Read(section) },
            Waveform.Table => field with { Points = Table(section, files) },
            _ => field with { Frequency = Frequency.Read(section), Delay = Delay.Read(section) },
        };
        return form != Waveform.Pulse || field.Rise <= field.Duration
            ? field
            : throw section.Error(Rise.Name, $"is {field.Rise:R} s, longer than the duration of {field.Duration:R} s; write a shorter one");
    }

    private static (double Time, double Value)[] Table(TomlSection section, InputFiles files)
    {
        bool fromFile = section.Has(PointsFile.Name);
        if (fromFile && section.Has(Points.Name))
            throw section.Error(PointsFile.Name, $"says the same as {Points.Name}; keep one of them");
        string key = fromFile ? PointsFile.Name : Points.Name;
        (double X, double Y)[] points = fromFile ? TableOf(section, files.Find(section, PointsFile)) : Points.Read(section);
        for (int i = 1; i < points.Length; i++)
        {
            if (!(points[i].X >= points[i - 1].X))
                throw section.Error(key, $"has the time {points[i].X:R} s after {points[i - 1].X:R} s; order the points by time");
            if (i > 1 && points[i].X == points[i - 2].X)
                throw section.Error(
                    key, $"has the time {points[i].X:R} s three times; a jump goes from one value to another, so keep two points");
        }

        return points;
    }

    private static (double X, double Y)[] TableOf(TomlSection section, string path)
    {
        List<(double, double)> points = [];
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            string[] words = text.Split('#')[0].Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            points.Add(words.Length == 2 && Finite(words[0]) is double t && Finite(words[1]) is double s
                ? (t, s)
                : throw section.Error(
                    PointsFile.Name, $"names '{path}', whose line {line} is not a time in s and a value; write two numbers a line"));
        }

        return points.Count >= 2
            ? [.. points]
            : throw section.Error(PointsFile.Name, $"names '{path}', which has {points.Count} points; write at least 2");
    }

    private static double? Finite(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static Vector3D Either(TomlSection section, Key<Vector3D> field, Key<Vector3D> tesla) =>
        !section.Has(tesla.Name) ? field.Read(section)
        : section.Has(field.Name) ? throw section.Error(tesla.Name, $"says the same as {field.Name}; keep one of them")
        : (1 / PhysicalConstants.Mu0) * tesla.Read(section);
}
