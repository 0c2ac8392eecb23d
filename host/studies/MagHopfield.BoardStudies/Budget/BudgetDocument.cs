using System.Globalization;
using System.Text;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Reports;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>The error budget as a page of Markdown: hardware/error-budget.md.</summary>
public static class BudgetDocument
{
    /// <summary>The page.</summary>
    /// <param name="runs">The ways to measure, predicted and observed.</param>
    public static string Write(IReadOnlyList<BudgetRun> runs)
    {
        ErrorBudget first = runs[0].Budget;
        StringBuilder s = new();
        Add(s, $"# Error budget of a conductance matrix");
        Add(s, $"");
        Add(
            s,
            $"Written by `maghopfield hardware budget --write`; a test compares predictions with this page and repeats the observation "
            + $"with fewer boards.");
        Add(s, $"");
        Add(
            s,
            $"What is measured: the dummy film (edges −66.67 mS, diagonals −43.10 mS, the published G within 2 %), one round, a reading of "
            + $"5 ms with");
        Add(
            s,
            $"{first.NoiseVolts * 1e6:0.000} µV of noise at gain 64. All figures are relative standard deviations of G_ij in parts per "
            + $"million (1 ppm = 10⁻⁶), rms over");
        Add(
            s,
            $"the four edges and over the two diagonals. *Predicted*: figures of the parts times the sensitivity of the inversion to its "
            + $"readings.");
        Add(
            s,
            $"*Observed*: {runs[0].Total.Boards} virtual boards for each line, parts drawn within their tolerance, measured by the "
            + $"instrument's own code; every line with");
        Add(
            s,
            $"all other errors switched off, the last one with all of them on. A scatter of {runs[0].Total.Boards} boards is known to "
            + $"{100 / Math.Sqrt(2.0 * runs[0].Total.Boards):0.0} % or better.");
        Add(s, $"");
        Add(s, $"![Contributions, predicted and observed](drawings/error-budget.png)");
        Add(s, $"");
        Add(
            s,
            $"The specification is 500 ppm (0.05 %) an element in under 1 s. Where the prediction is below a few ppm, what is observed are "
            + $"the steps of the");
        Add(
            s,
            $"ADC's code: with the noise switched off they are the same in every reading and every board, so they neither average out nor "
            + $"scatter.");
        foreach (BudgetRun run in runs)
            Table(s, run);

        Averages(s);
        s.Append(Text);
        return s.ToString();
    }

    /// <summary>Reads what was observed back out of a page, so that predictions can be written anew beside it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="budget">The budget of one of its sections.</param>
    /// <exception cref="FormatException">The page has no such section or line.</exception>
    public static BudgetRun Read(string page, ErrorBudget budget)
    {
        string[] lines = page.Split('\n');
        int at = Array.IndexOf(lines, "## " + budget.Case.Name);
        string[] words = page.Split("*Observed*: ");
        if (at < 0 || words.Length < 2)
        {
            throw new FormatException(
                $"The page of the error budget has no section '{budget.Case.Name}'; make it anew: maghopfield hardware budget --boards "
                + "1000 --write hardware");
        }

        int boards = int.Parse(words[1].Split(' ')[0], CultureInfo.InvariantCulture);
        List<ObservedError> observed = [];
        foreach (ErrorSource source in Enum.GetValues<ErrorSource>().Where(s => s != ErrorSource.Settling))
        {
            string[] row = Row($"| {NameOf(source)} |");
            observed.Add(new ObservedError(source, boards, Number(row[3]), Number(row[5]), 0, 0));
        }

        string[] total = Row("| **all together** |");
        string[] stated = Row("| stated by the instrument |");
        observed.Add(new ObservedError(null, boards, Number(total[3]), Number(total[5]), Number(stated[3]), Number(stated[5])));
        return new BudgetRun(budget, observed);

        string[] Row(string head) => lines.Skip(at).FirstOrDefault(l => l.StartsWith(head, StringComparison.Ordinal))?.Split('|')
            ?? throw new FormatException($"The section '{budget.Case.Name}' of the error budget has no line '{head}'.");
        static double Number(string cell) => double.Parse(cell.Trim(' ', '*', '<'), CultureInfo.InvariantCulture) * 1e-6;
    }

    private static void Table(StringBuilder s, BudgetRun run)
    {
        BudgetCase plan = run.Budget.Case;
        Add(s, $"");
        Add(s, $"## {plan.Name}");
        Add(s, $"");
        Add(
            s,
            $"Shunts ±{plan.ShuntTolerance * 1e6:0} ppm and ±{plan.ShuntDrift * 1e6:0.0} ppm/K, R_REF ±{plan.ReferenceTolerance * 1e6:0} "
            + $"ppm and ±{plan.ReferenceDrift * 1e6:0.0} ppm/K, {plan.TemperatureChange:0} K warmer than "
            + $"{(plan.Calibrated ? "at the calibration" : "25 °C")}.");
        Add(s, $"");
        s.Append("| source | edges, predicted | observed | diagonals, predicted | observed |\n|---|---|---|---|---|\n");
        foreach (Contribution c in run.Budget.Contributions)
        {
            ObservedError? seen = run.Of(c.Source);
            string bound = c.IsBound ? "< " : "";
            Add(
                s,
                $"| {NameOf(c.Source)} | {bound}{Ppm(c.Edge)} | {(seen is null ? "not modelled" : Ppm(seen.Edge))} | "
                + $"{bound}{Ppm(c.Diagonal)} | {(seen is null ? "not modelled" : Ppm(seen.Diagonal))} |");
        }

        (double edge, double diagonal) = run.Budget.Total;
        Add(s, $"| **all together** | **{Ppm(edge)}** | **{Ppm(run.Total.Edge)}** | **{Ppm(diagonal)}** | **{Ppm(run.Total.Diagonal)}** |");
        Add(s, $"| stated by the instrument | | {Ppm(run.Total.StatedEdge)} | | {Ppm(run.Total.StatedDiagonal)} |");
    }

    private static void Averages(StringBuilder s)
    {
        Add(s, $"");
        Add(s, $"## How much averaging helps");
        Add(s, $"");
        Add(s, $"All together, predicted, edges / diagonals in ppm. Noise falls with the root of the rounds, the resistors stay.");
        Add(s, $"");
        s.Append("| rounds |").AppendJoin(
            '|', BudgetCase.All.Select(c => $" {c.Name} ")).Append("|\n|---|").Insert(s.Length, "---|", BudgetCase.All.Count).Append('\n');
        foreach (int rounds in (int[])[1, 4, 16, 64])
        {
            Add(
                s,
                $"| {rounds} | {string.Join(" | ", BudgetCase.All.Select(c => Pair(ErrorBudget.Of(c with { Averages = rounds }).Total)))} "
                + $"|");
        }

        Add(s, $"");
        Add(s, $"One round with a longer reading (FS of the filter; time of a reading):");
        Add(s, $"");
        s.Append("| FS |").AppendJoin(
            '|', BudgetCase.All.Select(c => $" {c.Name} ")).Append("|\n|---|").Insert(s.Length, "---|", BudgetCase.All.Count).Append('\n');
        foreach (int fs in (int[])[8, 32, 128, 512])
        {
            Add(
                s,
                $"| {fs}; {fs * 0.15625:0.##} ms | "
                + $"{string.Join(" | ", BudgetCase.All.Select(c => Pair(ErrorBudget.Of(c with { FilterDivider = fs }).Total)))} |");
        }
    }

    private static string Pair((double Edge, double Diagonal) total) => $"{Ppm(total.Edge)} / {Ppm(total.Diagonal)}";

    /// <summary>Name of a source in tables.</summary>
    /// <param name="source">Source.</param>
    public static string NameOf(ErrorSource source) => source switch
    {
        ErrorSource.ReferenceTolerance => "R_REF, tolerance",
        ErrorSource.ShuntTolerance => "shunts, tolerance",
        ErrorSource.Calibration => "shunts, noise of their calibration",
        ErrorSource.Temperature => "resistors, temperature",
        ErrorSource.Noise => "ADC, noise",
        ErrorSource.Quantisation => "ADC, steps of the code",
        ErrorSource.Nonlinearity => "ADC, nonlinearity",
        ErrorSource.Gain => "ADC, gain and reference",
        ErrorSource.ThermalEmf => "thermal EMF, offset of the ADC",
        ErrorSource.OffsetDrift => "drift of the offset",
        ErrorSource.ProbeCurrent => "probe current, value and drift",
        ErrorSource.OnResistance => "on-resistance and leads",
        ErrorSource.Leakage => "leakage",
        _ => "settling of the input filter",
    };

    private static string Ppm(double relative)
    {
        double ppm = Math.Abs(relative) * 1e6;
        return ppm == 0
            ? "0"
            : ppm < 0.001
            ? "< 0.001"
            : ppm.ToString(ppm < 0.0995 ? "0.000" : ppm < 9.95 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
    }

    private static void Add(StringBuilder s, InvariantText text) => s.Append(text.ToString()).Append('\n');

    private const string Text = """

        ## Where the figures come from

        | figure | value | source |
        |---|---|---|
        | shunts, R_REF | ±0.01 %, evenly within it: σ = 58 ppm; ±0.2 ppm/K | part as listed in `bom.csv`; the coefficient is the typical one |
        | thin-film shunts | ±0.1 %, ±5 ppm/K | alternative in `bom.csv` |
        | noise of the ADC | 23 nV rms at 9.38 SPS and gain 128; with FS the square root of the rate | AD7124 data sheet; the step from gain 128 to 64 is from memory |
        | nonlinearity | σ = 5 ppm of full scale, a third of ±15 ppm, a cubic bend | from memory, to be confirmed |
        | offset, drift of offset | 1 µV at the input, 50 µV at the output, 0.2 nV/s | assumed |
        | thermal EMF | σ = 1 µV a sense path | assumed; copper to copper at 0.1 K makes less |
        | probe current | σ = 1 %, drift 0.1 ppm/s | from memory |
        | switches | 3.3 Ω ± 10 %, 1 GΩ open | ADGS1414D data sheet; its leakage of 0.03 nA is that of 30 mV over 1 GΩ |
        | ADC inputs | 1 GΩ | from memory |

        ## Why so many lines are next to nothing

        - *On-resistance and leads*: four wires. Force switch, force lead and shunt carry the current that is measured; no current flows in the
          sense leads. With two wires 8.6 Ω of them would be added to the 8.3 Ω between two electrodes.
        - *Gain and reference of the ADC*: current and voltage are read at the same gain with the same calibration, so in I/V they cancel. A film
          whose voltages need a coarser range pays for the comparison of the ranges; `FETC:COND:UNC?` has it.
        - *Thermal EMF and offset*: half the difference of +I and −I. One polarity alone would be wrong by 1.4 µV of 2.5 mV, 570 ppm.
        - *Probe current*: R_REF and shunts measure it; only its drift within a wiring, 40 ms, counts.
        - *Shunts* with `KELVin`: the current is read on R_REF, the shunts only check it.
        - *Temperature of R_REF* after a calibration of the shunts: R_REF is not read again, what counts is what the shunts have done since.

        ## What is in none of the lines

        - Mains pickup: a reading of 5 ms does not reject it, averages over rounds reduce it. Twist and shield the leads; FS = 128 (20 ms) puts a
          zero of the filter on 50 Hz.
        - Heating of the film by the probe current, 1.6 µW, and the film's own temperature coefficient: permalloy has about 0.3 %/K, so 0.2 K of
          room temperature are more than this whole budget. Compare G before and after a pulse within minutes, or log the temperature.
        - Charge injection and crosstalk of the switches beyond the settling time.
        - Ageing: the resistors' makers give some 20 ppm a year; a calibration takes the shunts' out, that of R_REF stays.

        """;
}
