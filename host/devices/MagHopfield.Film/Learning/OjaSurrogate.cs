using System.Globalization;
using System.Text;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Film.Learning;

/// <summary>
/// Eq. 2 of Niu et al., PNAS 2024, with the parameters of one simulated film: a stand-in that answers at once, and how far it is off.
/// Pairs in the order of <see cref="ConductanceMatrix.PairIndex"/>.
/// </summary>
/// <param name="Film">Name of the film.</param>
/// <param name="Voltage">Amplitude in volts of the pulses it was fitted to.</param>
/// <param name="PulseWidth">Width of one of these pulses in seconds.</param>
/// <param name="LearningRate">η_ij in S/V² for each pair.</param>
/// <param name="Minimum">G_min,ij in siemens for each pair, which pulses of V_i V_j &lt; 0 tend to.</param>
/// <param name="Maximum">G_max,ij in siemens for each pair.</param>
/// <param name="Gold">Conductance matrix of the gold layer in siemens.</param>
/// <param name="AtRestError">Error of G_min and G_max on the film after long pulses.</param>
/// <param name="FitError">Error on the record it was fitted to.</param>
/// <param name="HeldOutError">Error on a record that the fit did not see.</param>
public sealed record OjaSurrogate(
    string Film,
    double Voltage,
    double PulseWidth,
    double[] LearningRate,
    double[] Minimum,
    double[] Maximum,
    ConductanceMatrix Gold,
    SurrogateError AtRestError,
    SurrogateError FitError,
    SurrogateError HeldOutError)
{
    /// <summary>Number of nodes N.</summary>
    public int NodeCount => Gold.NodeCount;

    /// <summary>α_ij = V²/(G_max,ij − G_min,ij) in V²/S (Niu 2024, below eq. 2, with ΔV = 2 V).</summary>
    public double[] Alpha => [.. Minimum.Zip(Maximum, (low, high) => Voltage * Voltage / (high - low))];

    /// <summary>G_avg,ij = (G_min,ij + G_max,ij)/2 in siemens.</summary>
    public double[] Average => [.. Minimum.Zip(Maximum, (low, high) => 0.5 * (low + high))];

    /// <summary>Mean range G_max − G_min over the pairs in siemens, to compare errors with.</summary>
    public double MeanRange => Minimum.Zip(Maximum, (low, high) => Math.Abs(high - low)).Average();

    /// <summary>The model in its middle state.</summary>
    public OjaModel Model() => new(NodeCount, LearningRate, Alpha, Average);

    /// <summary>The surrogate as a TOML file, errors and units included.</summary>
    public string ToToml()
    {
        StringBuilder text = new();
        void Line(string key, string value, string comment) =>
            text.Append(key).Append(" = ").Append(value).Append(comment.Length > 0 ? "  # " + comment : "").Append('\n');
        text.Append("# Oja's rule (Niu et al., PNAS 2024, eq. 2) fitted to a simulated film; pairs 12, 13, ..., 23, ... of the nodes.\n");
        Line("film", $"\"{Film.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"", "");
        Line("nodes", NodeCount.ToString(CultureInfo.InvariantCulture), "");
        Line("pulse_voltage", Number(Voltage), "V");
        Line("pulse_width", Number(PulseWidth), "s; one step of the rule");
        Line("learning_rate", Numbers(LearningRate), "S/V^2");
        Line("minimum", Numbers(Minimum), "S");
        Line("maximum", Numbers(Maximum), "S; alpha = pulse_voltage^2/(maximum - minimum)");
        Line("gold", Numbers(Gold.ToPairs()), "S, gold layer with its leads");
        Line(
            "at_rest_error", Numbers([AtRestError.RootMeanSquare, AtRestError.Largest]), "S, after long pulses: root mean square, largest");
        Line("fit_error", Numbers([FitError.RootMeanSquare, FitError.Largest]), "S, on the sequence of short pulses that it was fitted to");
        Line("held_out_error", Numbers([HeldOutError.RootMeanSquare, HeldOutError.Largest]), "S, on a sequence that the fit did not see");
        return text.ToString();
    }

    /// <summary>
    /// The fit to the film "niu2024-held" as `maghopfield paper niu2024 surrogate` gives it: for look-ups, and for the demo without a film.
    /// </summary>
    public static OjaSurrogate Niu2024()
    {
        const string Resource = "MagHopfield.Film.Surrogates.niu2024-held.toml";
        using Stream stream = typeof(OjaSurrogate).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using StreamReader reader = new(stream);
        return Read(TomlFile.Parse(reader.ReadToEnd(), "niu2024-held.toml"));
    }

    /// <summary>Reads a surrogate.</summary>
    /// <param name="path">TOML file as <see cref="ToToml"/> writes it.</param>
    /// <exception cref="ProblemFileException">Something in the file is wrong; the message says what, where and how to mend it.</exception>
    public static OjaSurrogate Load(string path) => Read(TomlFile.Load(path));

    private static OjaSurrogate Read(TomlSection s)
    {
        int n = s.Integer("nodes", 2, 64);
        int pairs = n * (n - 1) / 2;
        double[] Pairs(string key, string unit) => s.Numbers(key, pairs, unit);
        double[] rest = s.Numbers("at_rest_error", 2, "S"), fit = s.Numbers("fit_error", 2, "S"), held = s.Numbers(
            "held_out_error", 2, "S");
        OjaSurrogate surrogate = new(
            s.Text("film"),
            s.Positive("pulse_voltage", "V"),
            s.Positive("pulse_width", "s"),
            Pairs("learning_rate", "S/V²"),
            Pairs("minimum", "S"),
            Pairs("maximum", "S"),
            ConductanceMatrix.FromPairs(n, Pairs("gold", "S")),
            new SurrogateError(rest[0], rest[1]),
            new SurrogateError(fit[0], fit[1]),
            new SurrogateError(held[0], held[1]));
        s.RefuseUnknownKeys();
        for (int p = 0; p < pairs; p++)
        {
            if (surrogate.Minimum[p] == surrogate.Maximum[p])
            {
                throw s.Error(
                    "maximum",
                    $"entry {p + 1} equals that of minimum ({surrogate.Minimum[p]} S), so that alpha would be infinite; fit the film anew");
            }
        }

        return surrogate;
    }

    private static string Number(double value) =>
        value.ToString("R", CultureInfo.InvariantCulture) is string t && t.AsSpan().IndexOfAny(".eE") < 0
            ? t + ".0"
            : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Numbers(double[] values) => "[" + string.Join(", ", values.Select(Number)) + "]";
}
