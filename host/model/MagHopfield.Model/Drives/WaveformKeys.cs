using System.Globalization;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Drives;

/// <summary>The keys of a course in time s(t), shared by all that is driven.</summary>
internal static class WaveformKeys
{
    public static readonly Key<WaveformKind> Form = Key.Choice(
        "waveform",
        "Form s(t) of the part that changes: sin(2πft + φ); a ramp from 0 to 1; a pulse of height 1; sin(x)/x with x = 2πf(t − t₀); or "
        + "straight lines between the points of a table.",
        [
            ("constant", WaveformKind.Constant), ("sine", WaveformKind.Sine), ("ramp", WaveformKind.Ramp), ("pulse", WaveformKind.Pulse),
            ("sinc", WaveformKind.Sinc), ("table", WaveformKind.Table),
        ],
        "constant");

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

    /// <summary>All of them but the form itself.</summary>
    public static readonly KeyDeclaration[] Course = [Frequency, Phase, Delay, Duration, Rise, Points, PointsFile];

    public static DriveField Read(TomlSection section, InputFiles files, DriveField field)
    {
        field = field.Waveform switch
        {
            WaveformKind.Sine => field with { Frequency = Frequency.Read(section), Phase = Phase.Read(section) },
            WaveformKind.Ramp => field with { Delay = Delay.Read(section), Duration = Duration.Read(section) },
            WaveformKind.Pulse => field with { Delay = Delay.Read(section), Duration = Duration.Read(section), Rise = Rise.Read(section) },
            WaveformKind.Table => field with { Points = Table(section, files) },
            WaveformKind.Constant => field,
            _ => field with { Frequency = Frequency.Read(section), Delay = Delay.Read(section) },
        };
        return field.Waveform != WaveformKind.Pulse || field.Rise <= field.Duration
            ? field
            : throw section.Error(Rise.Name, $"is {field.Rise:R} s, longer than the duration of {field.Duration:R} s; write a shorter one");
    }

    public static void Write(DocumentWriter text, DriveField field)
    {
        if (field.Waveform is WaveformKind.Sine or WaveformKind.Sinc)
            text.Add(Frequency, field.Frequency);
        if (field.Waveform == WaveformKind.Sine)
            text.Add(Phase, field.Phase);
        if (field.Waveform is WaveformKind.Ramp or WaveformKind.Pulse or WaveformKind.Sinc)
            text.Add(Delay, field.Delay);
        if (field.Waveform is WaveformKind.Ramp or WaveformKind.Pulse)
            text.Add(Duration, field.Duration);
        if (field.Waveform == WaveformKind.Pulse)
            text.Add(Rise, field.Rise);
        if (field.Waveform == WaveformKind.Table)
            text.Add(Points, [.. field.Points!]);
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
}
