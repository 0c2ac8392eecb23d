using System;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>CALibration: the reference of the weights, dated.</summary>
internal sealed class CalibrationCommands
{
    private const string Empty = "-230 the reference is empty";

    public void AddTo(CommandRows rows)
    {
        int pairs = rows.NodeCount * (rows.NodeCount - 1) / 2;
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "CALibration:REFerence", "Trains every pattern that the film can learn, one pulse of SOURce:PULSe each, measures "
                + "after each, and makes the reference (G_min + G_max)/2 anew. For up to 16 nodes.")
            {
                Command = Calibrate,
                IsExclusive = true,
                IsOperation = true,
                Example = "CAL:REF;*OPC?",
                ExampleAnswer = "1",
                Errors = PulseCommands.Errors + "; -231 readings that cannot be right; the old reference stays",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:REFerence:INCLude", "Widens the range of the reference by the matrix measured last.")
            {
                Command = DoCalibrationReferenceInclude,
                IsExclusive = true,
                Example = "INIT;:CAL:REF:INCL",
                Errors = "-230 nothing was measured since the last training",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:REFerence:CLEar", "Starts an empty reference.")
            {
                Command = DoCalibrationReferenceClear,
                IsExclusive = true,
                Example = "CAL:REF:CLE",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:REFerence:COUNt", "Reads how many matrices the reference was made from.")
            {
                Query = QueryCalibrationReferenceCount,
                IsExclusive = true,
                Answer = "count; 0 where the reference is empty",
                Example = "CAL:REF:CLE;COUN?",
            });
        }

        AddRange(rows, "CALibration:REFerence[:AVERage]", "Reads the reference.", "CAL:REF?", r => r.Average());
        AddRange(
            rows, "CALibration:REFerence:MINimum", "Reads the smallest value of each element (the most negative one off the diagonal).",
            "CAL:REF:MIN?", r => r.Minimum);
        AddRange(rows, "CALibration:REFerence:MAXimum", "Reads the largest value of each element.", "CAL:REF:MAX?", r => r.Maximum);
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:REFerence:PAIRs", "Sets the reference to given elements, or reads them.")
            {
                Command = DoCalibrationReferencePairs,
                Query = QueryCalibrationReferencePairs,
                Parameters = new ScpiParameter[] { ScpiParameter.Values("siemens", pairs, "SIE") },
                IsExclusive = true,
                Answer = "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...",
                Example = rows.NodeCount == 4
                    ? "CAL:REF:PAIR -0.062,-0.062,-0.043,-0.043,-0.062,-0.062;PAIR?"
                    : "CAL:REF:PAIR?",
                ExampleAnswer = rows.NodeCount == 4 ? "-0.062,-0.062,-0.043,-0.043,-0.062,-0.062" : "",
                Errors = Empty + " (query); -222 a value that is no number",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:DATE", "Reads the date of the reference in UTC.")
            {
                Query = QueryCalibrationDate,
                IsExclusive = true,
                Answer = "year, month, day; 0,0,0 where the clock was not set then",
                Example = "CAL:DATE?",
            });
        }

        AddShunts(rows);
        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.Validity, "CALibration:VALidity", ScpiParameter.Integer("days", 1, 3650, 365)),
                "Sets for how many days a reference is valid; STATus:QUEStionable tells when it is older.", "CAL:VAL 30;VAL?", "30");
        }
    }

    private void AddShunts(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand(
                    "CALibration:SHUNt", "Compares the shunts with R_REF, with the film connected, and uses the result from then on.")
                {
                    Command = DoCalibrationShunt,
                    Parameters = new ScpiParameter[] { ScpiParameter.Integer("rounds", 1, 1000, 16).Optional() },
                    IsExclusive = true,
                    IsOperation = true,
                    Example = "CAL:SHUN 16;*OPC?",
                    ExampleAnswer = "1",
                    Errors = "-231 readings that cannot be right, or a shunt of another value; the old calibration stays; "
                        + "-240 a chip does not answer",
                });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:SHUNt:RATio", "Reads the shunts as compared with R_REF.")
            {
                Query = QueryCalibrationShuntRatio,
                IsExclusive = true,
                Answer = "N ratios R_SHUNT/R_REF",
                Example = "CAL:SHUN;SHUN:RAT?",
                Errors = "-230 the shunts are not calibrated",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:SHUNt:DATE", "Reads when the shunts were calibrated.")
            {
                Query = QueryCalibrationShuntDate,
                IsExclusive = true,
                Answer = "date in UTC as text; empty where the clock was not set then",
                Example = "CAL:SHUN;SHUN:DATE?",
                Errors = "-230 the shunts are not calibrated",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("CALibration:SHUNt:CLEar", "Takes the shunts for what they are said to be.")
            {
                Command = DoCalibrationShuntClear,
                IsExclusive = true,
                Example = "CAL:SHUN:CLE",
            });
        }
    }

    private static ShuntCalibration Shunts(ScpiCall call) => call.Instrument.ShuntCalibration
        ?? throw new ScpiException(ScpiError.StaleData, "the shunts are not calibrated: send CALibration:SHUNt");

    private static string Today(long seconds)
    {
        DateTime date = CalendarTime.FromUnixSeconds(seconds);
        return seconds == 0 ? "" : date.Year.ToString() + (date.Month < 10 ? "-0" : "-") + date.Month.ToString()
            + (date.Day < 10 ? "-0" : "-") + date.Day.ToString();
    }

    private delegate ConductanceMatrix Range(ReferenceConductance reference);

    /// <summary>The values, where all are numbers.</summary>
    public static double[] Finite(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i]) < 1e9))
                throw new ScpiException(ScpiError.OutOfRange, "value " + (i + 1).ToString() + " is no conductance");
        }

        return values;
    }

    /// <summary>Puts a reference into use.</summary>
    /// <param name="call">Call.</param>
    /// <param name="pairs">Its elements in siemens, each pair once.</param>
    public static void SetReference(ScpiCall call, double[] pairs)
    {
        ReferenceConductance reference = new ReferenceConductance();
        reference.Include(ConductanceMatrix.FromPairs(call.Instrument.NodeCount, pairs));
        call.Instrument.RestoreReference(reference);
        call.Scpi.ReferenceDate = call.Scpi.Clock.UnixSeconds;
    }

    private static void AddRange(CommandRows rows, string header, string summary, string example, Range range)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(header, summary)
            {
                Query = call => call.Answer.Values(MeasureCommands.Matrix(range(Reference(call)))),
                IsExclusive = true,
                Answer = "N x N values in S, row by row",
                Example = example,
                Errors = Empty,
            });
        }
    }

    private static ReferenceConductance Reference(ScpiCall call) => call.Instrument.Reference.Count > 0
        ? call.Instrument.Reference
        : throw new ScpiException(ScpiError.StaleData, "the reference is empty: send CALibration:REFerence");

    private void Calibrate(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        if (scpi.Instrument.NodeCount > 16)
        {
            throw new ScpiException(
                ScpiError.SettingsConflict, "a film of more than 16 nodes has too many patterns: use CALibration:REFerence:INCLude");
        }

        double volts = PulseCommands.Volts(scpi.Table);
        int microseconds = PulseCommands.Microseconds(scpi.Table);
        scpi.Instrument.Settings.Limits.CheckTrain(volts, microseconds, 1);
        MeasureCommands.Apply(scpi);
        call.Start(OperationBit.Calibrating, () =>
        {
            scpi.LastTrained = null;
            scpi.Instrument.CalibrateReference(volts, microseconds);
            scpi.ReferenceDate = scpi.Clock.UnixSeconds;
        }, null);
    }

    private void DoCalibrationReferenceClear(ScpiCall call) => call.Instrument.ClearReference();

    private void QueryCalibrationReferenceCount(ScpiCall call) => call.Answer.Integer(call.Instrument.Reference.Count);

    private void QueryCalibrationReferencePairs(ScpiCall call) => call.Answer.Values(Reference(call).Average().ToPairs());

    private void QueryCalibrationShuntRatio(ScpiCall call) => call.Answer.Values(Shunts(call).Ratios);

    private void QueryCalibrationShuntDate(ScpiCall call) => call.Answer.Text(Shunts(call).Date);

    private void DoCalibrationShuntClear(ScpiCall call) => call.Instrument.ShuntCalibration = null;

    private void DoCalibrationReferenceInclude(ScpiCall call)
    {
        ConductanceMeasurement last = call.Instrument.LastMeasurement
            ?? throw new ScpiException(ScpiError.StaleData, "nothing was measured since the last training");
        call.Instrument.IncludeInReference(last.Conductance);
        call.Scpi.ReferenceDate = call.Scpi.Clock.UnixSeconds;
    }

    private void DoCalibrationReferencePairs(ScpiCall call) => SetReference(call, Finite(call.TakeValues()));

    private void QueryCalibrationDate(ScpiCall call)
    {
        long seconds = call.Scpi.ReferenceDate;
        DateTime date = CalendarTime.FromUnixSeconds(seconds);
        call.Answer.Integer(seconds > 0 ? date.Year : 0);
        call.Answer.Integer(seconds > 0 ? date.Month : 0);
        call.Answer.Integer(seconds > 0 ? date.Day : 0);
    }

    private void DoCalibrationShunt(ScpiCall call)
    {
        HopfieldInstrument instrument = call.Instrument;
        int rounds = call.Count > 0 ? call.Integer(0) : 16;
        string date = Today(call.Scpi.Clock.UnixSeconds);
        MeasureCommands.Apply(call.Scpi);
        call.Start(OperationBit.Calibrating, () => instrument.CalibrateShunts(rounds, date), null);
    }
}
