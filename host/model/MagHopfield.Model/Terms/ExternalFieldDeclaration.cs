using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Declares <see cref="ExternalFieldTerm"/>.</summary>
internal sealed class ExternalFieldDeclaration : TermDeclaration
{
    private const string Field = "field";

    public static readonly Key<Vector3D> Constant = Key.Vector("constant", "A/m", "Constant part of the field.", [0, 0, 0]);
    public static readonly Key<Vector3D> ConstantTesla = Key.Vector(
        "constant_tesla", "T", "The constant part as µ0 H, instead of `constant`.", [0, 0, 0]);

    public static readonly Key<Vector3D> Amplitude = Key.Vector("amplitude", "A/m", "Amplitude of the part that changes.", [0, 0, 0]);
    public static readonly Key<Vector3D> AmplitudeTesla = Key.Vector(
        "amplitude_tesla", "T", "The amplitude as µ0 H, instead of `amplitude`.", [0, 0, 0]);

    public static readonly Key<string> SpatialFile = Key.Path(
        "spatial_file",
        "Path of an OVF file of the same mesh with a field that varies in space, in A/m (or in T, if its header says so).",
        "none");

    public static readonly Key<double> SpatialScale = Key.Number(
        "spatial_scale", "", "Factor on the field of `spatial_file`.", fallback: 1);

    public static readonly Key<bool> SpatialFollows = Key.Flag(
        "spatial_follows", "Whether the field of `spatial_file` is multiplied by s(t), too, rather than constant.", false);

    public static readonly Key<string?> FeedbackColumn = Key.OptionalText(
        "feedback",
        "Column of the table, R_a_b, G_a_b, V_a or I_a of two electrodes a and b, which the whole field follows: it is multiplied by "
        + "feedback_offset + feedback_gain times "
        + "the column's value at the start of each step.",
        "none");

    public static readonly Key<double> FeedbackGain = Key.Number(
        "feedback_gain", "1/unit of the column", "Gain of the feedback.", fallback: 1);
    public static readonly Key<double> FeedbackOffset = Key.Number("feedback_offset", "", "Offset of the feedback.", fallback: 0);

    private static readonly KeyDeclaration[] Keys =
    [
        Constant, ConstantTesla, WaveformKeys.Form, Amplitude, AmplitudeTesla, .. WaveformKeys.Course, SpatialFile, SpatialScale,
        SpatialFollows,
        FeedbackColumn, FeedbackGain, FeedbackOffset,
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
        text.Add(FeedbackColumn, field.Feedback?.Column);
        if (field.Feedback is FieldFeedback feedback)
        {
            text.Add(FeedbackGain, feedback.Gain);
            text.Add(FeedbackOffset, feedback.Offset);
        }

        text.Add(WaveformKeys.Form, field.Waveform);
        if (field.Spatial is SpatialField spatial)
        {
            text.AddFile(SpatialFile, spatial.File);
            text.Add(SpatialScale, spatial.Scale);
            if (field.Waveform != WaveformKind.Constant)
                text.Add(SpatialFollows, spatial.Follows);
        }

        if (field.Waveform == WaveformKind.Constant)
            return;
        text.Add(Amplitude, field.Amplitude);
        WaveformKeys.Write(text, field);
    }

    private static DriveField Read(TomlSection section, InputFiles files)
    {
        Vector3D constant = Either(section, Constant, ConstantTesla);
        WaveformKind form = WaveformKeys.Form.Read(section);
        SpatialField? spatial = section.Has(SpatialFile.Name)
            ? new(
                files.Find(section, SpatialFile),
                SpatialScale.Read(section),
                form != WaveformKind.Constant && SpatialFollows.Read(section))
            : null;
        FieldFeedback? feedback = FeedbackColumn.Read(section) is string column
            ? new(column, FeedbackGain.Read(section), FeedbackOffset.Read(section)) : null;
        DriveField field = new(constant, default, form, Spatial: spatial) { Feedback = feedback };
        if (form == WaveformKind.Constant)
            return field;
        bool amplitude = section.Has(Amplitude.Name) || section.Has(AmplitudeTesla.Name);
        if (!amplitude && spatial is not { Follows: true })
            throw section.Error(WaveformKeys.Form.Name, $"needs an amplitude; add {Amplitude.Name} = [x, y, z] in A/m");
        field = field with { Amplitude = amplitude ? Either(section, Amplitude, AmplitudeTesla) : default };
        return WaveformKeys.Read(section, files, field);
    }

    private static Vector3D Either(TomlSection section, Key<Vector3D> field, Key<Vector3D> tesla) =>
        !section.Has(tesla.Name) ? field.Read(section)
        : section.Has(field.Name) ? throw section.Error(tesla.Name, $"says the same as {field.Name}; keep one of them")
        : (1 / PhysicalConstants.Mu0) * tesla.Read(section);

    /// <summary>Refuses a field of the file or of a stage that follows what no term measures.</summary>
    public static void CheckFeedback(TomlSection root, IEnumerable<Term> terms)
    {
        string[] known = [.. terms.SelectMany(term => term.Columns()).Select(column => column.Name)];
        IEnumerable<TomlSection> fields =
            root.Sections("stage").Append(root).Select(section => section.OptionalSection(Field)).OfType<TomlSection>();
        foreach (TomlSection field in fields)
        {
            if (FeedbackColumn.Read(field) is not string column || known.Contains(column))
                continue;
            string hint = NearestName.To(column, known) is string near ? $"did you mean \"{near}\"? " : "";
            string mend = known.Length == 0
                ? "a problem file with electrodes and [transport] measures R_a_b, G_a_b, V_a and I_a; add them there or remove the key"
                : $"{hint}write R_a_b, G_a_b, V_a or I_a of electrodes a and b";
            throw field.Error(FeedbackColumn.Name, $"is \"{column}\", which nothing measures; {mend}");
        }
    }
}
