using System;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>SENSe, INITiate, FETCh, READ, MEASure: the conductance matrix (SCPI 1999.0, volume 2, chapter 3).</summary>
internal sealed class MeasureCommands
{
    private const string ReadingErrors = "-231 readings that cannot be right; -240 a chip does not answer; -221 the board is not initialised; "
        + "-224 too many nodes for SEVen";

    private static readonly string[] Schemes = { "SEVen", "KELVin" };

    // Three periods of FS × 32 clocks at 614.4 kHz; below FS = 8 the noise leaves nothing to measure with.
    private const double StepsPerSecond = 6400;
    private const double Shortest = 8 / StepsPerSecond;
    private const double Longest = 1920 / StepsPerSecond;

    private readonly ScpiSetting _scheme;
    private readonly ScpiSetting _averages;
    private readonly ScpiSetting _aperture;

    public MeasureCommands(CommandTable table, int filterDivider)
    {
        int nodes = table.NodeCount;
        ScpiParameter scheme = ScpiParameter.Choice("scheme", Schemes, DefaultScheme(nodes));
        ScpiParameter averages = ScpiParameter.Integer("rounds", 1, 1000, 1);
        _scheme = table.AddSetting("[SENSe]:SCHeme", "Sets how the film is wired to be measured: by all splits of the nodes in two groups, or by "
            + "one source and one sink at a time, which is the default from 5 nodes on.", scheme, "SCH KELV;SCH?", "KELV");
        _averages = table.AddSetting("[SENSe]:AVERage:COUNt", "Sets the number of rounds over all wirings that are averaged.", averages,
            "AVER:COUN 4;COUN?", "4");
        _aperture = table.AddSetting(
            new ScpiSetting("[SENSe]:APERture", ScpiParameter.Number("seconds", "S", Shortest, Longest,
                Math.Min(Math.Max(filterDivider / StepsPerSecond, Shortest), Longest)), StepsPerSecond, Math.Floor(Longest * StepsPerSecond + 0.5)),
            "Sets how long the ADC's sinc3 filter takes for one reading, rounded to steps of 156.25 us; the query answers the time that is used. Noise "
            + "falls with its root; the next measurement sets up the ADC anew.",
            "APER 10 MS;APER?", "0.01");
        table.Add(new ScpiCommand("INITiate[:IMMediate]", "Begins to measure the conductance matrix; FETCh takes the result.")
        {
            Command = call => Measure(call, null),
            IsExclusive = true,
            IsOperation = true,
            Example = "INIT;*OPC?",
            ExampleAnswer = "1",
            Errors = ReadingErrors,
        });
        table.Add(new ScpiCommand("READ:CONDuctance", "Measures the conductance matrix and answers with it.")
        {
            Query = call => Measure(call, AnswerMatrix(call)),
            IsExclusive = true,
            IsOperation = true,
            Answer = "N x N values in S, row by row",
            Example = "READ:COND?",
            Errors = ReadingErrors,
        });
        table.Add(new ScpiCommand("MEASure:CONDuctance", "Sets scheme and rounds (their defaults where left out), measures, and answers with the "
            + "conductance matrix.")
        {
            Query = MeasureAnew,
            QueryParameters = new ScpiParameter[]
            {
                ScpiParameter.Choice("scheme", Schemes, DefaultScheme(nodes)).Optional(), ScpiParameter.Integer("rounds", 1, 1000, 1).Optional(),
            },
            IsExclusive = true,
            IsOperation = true,
            Answer = "N x N values in S, row by row",
            Example = "MEAS:COND? SEV,2",
            Errors = ReadingErrors,
        });
        AddFetch(table, "FETCh:CONDuctance[:MATRix]", "Reads the conductance matrix measured last.", "N x N values in S, row by row",
            "FETC:COND?", m => Matrix(m.Conductance));
        AddFetch(table, "FETCh:CONDuctance:PAIRs", "Reads the elements of the conductance matrix measured last, each pair once.",
            "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...", "FETC:COND:PAIR?", m => m.Conductance.ToPairs());
        AddFetch(table, "FETCh:CONDuctance:ERRor", "Reads the standard errors of the elements.",
            "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...", "FETC:COND:ERR?", m => m.StandardErrors);
        AddFetch(table, "FETCh:CONDuctance:UNCertainty", "Reads the standard uncertainties of the elements: the errors, and what all repeats share "
            + "(resistors, ranges of the ADC).", "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...", "FETC:COND:UNC?",
            m => m.Uncertainties);
        AddFetch(table, "FETCh:CONDuctance:STATistics", "Reads how good the last measurement is.",
            "largest deviation between the splits, largest deviation from reciprocity, reduced chi square, probe current in A, noise of a "
            + "reading in V, duration in s, number of readings, scheme (0 SEVen, 1 KELVin)", "FETC:COND:STAT?", Statistics);
    }

    private delegate double[] Result(ConductanceMeasurement measurement);

    /// <summary>Puts the settings where calibration and measurement take them from.</summary>
    public void Apply(HopfieldInstrument instrument)
    {
        instrument.Settings.Scheme = _scheme.Value == 0 ? MeasurementScheme.Seven : MeasurementScheme.Kelvin;
        instrument.Settings.Averages = _averages.Integer;
        instrument.Settings.FilterDivider = (int)Math.Floor(_aperture.Value * StepsPerSecond + 0.5);
    }

    /// <summary>A matrix as values, row by row.</summary>
    public static double[] Matrix(ConductanceMatrix matrix)
    {
        int n = matrix.NodeCount;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                values[i * n + j] = matrix[i, j];
            }
        }

        return values;
    }

    private static int DefaultScheme(int nodes) => InstrumentSettings.UsualScheme(nodes) == MeasurementScheme.Seven ? 0 : 1;

    private static void AddFetch(CommandTable table, string header, string summary, string answer, string example, Result result)
    {
        table.Add(new ScpiCommand(header, summary)
        {
            Query = call => call.Answer.Values(result(Last(call.Instrument))),
            IsExclusive = true,
            Answer = answer,
            Example = example,
            Errors = "-230 nothing was measured since the last training",
        });
    }

    private static void Measure(ScpiCall call, ScpiAnswer? answer)
    {
        HopfieldInstrument instrument = call.Instrument;
        call.Scpi.Table.Sense.Apply(instrument);
        call.Start(OperationBit.Measuring, () => instrument.MeasureConductance(instrument.Settings.Averages), answer);
    }

    private static void MeasureAnew(ScpiCall call)
    {
        MeasureCommands sense = call.Scpi.Table.Sense;
        sense._scheme.Value = call.Count > 0 ? call.Number(0) : sense._scheme.Parameter.Default;
        sense._averages.Value = call.Count > 1 ? call.Number(1) : sense._averages.Parameter.Default;
        Measure(call, AnswerMatrix(call));
    }

    private static ScpiAnswer AnswerMatrix(ScpiCall call)
    {
        HopfieldInstrument instrument = call.Instrument;
        return answer => answer.Values(Matrix(Last(instrument).Conductance));
    }

    private static ConductanceMeasurement Last(HopfieldInstrument instrument) => instrument.LastMeasurement
        ?? throw new ScpiException(ScpiError.StaleData, "nothing was measured since the last training: send INITiate");

    private static double[] Statistics(ConductanceMeasurement m) => new double[]
    {
        m.LargestGroupDeviation, m.ReciprocityDeviation, m.ReducedChiSquare, m.ExcitationAmperes, m.NoiseVolts, m.DurationMicroseconds / 1e6,
        m.ReadingCount, m.Scheme == MeasurementScheme.Seven ? 0 : 1,
    };
}
