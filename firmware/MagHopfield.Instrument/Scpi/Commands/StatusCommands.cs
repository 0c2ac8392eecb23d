using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>STATus (SCPI 1999.0, volume 2, chapter 20).</summary>
internal sealed class StatusCommands
{
    public void AddTo(CommandRows rows)
    {
        const string operation = "1 calibrating, 16 measuring, 256 training, 512 recalling, 1024 testing or saving";
        const string questionable = "1 a supply, 256 no reference or a calibration that is too old, 512 the board, 1024 pulses are locked";
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("STATus:PRESet", "Sets the enable registers of STATus to 0.")
            {
                Command = DoStatusPreset,
                Example = "STAT:PRES",
            });
        }

        Add(rows, "STATus:OPERation", "what the instrument does: " + operation, false);
        Add(rows, "STATus:QUEStionable", "what is in doubt: " + questionable, true);
    }

    private static void Add(CommandRows rows, string header, string what, bool isQuestionable)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(header + "[:EVENt]", "Reads and clears the events of " + what + ".")
            {
                Query = call => call.Answer.Integer(call.Session.Status.TakeEvent(Register(call, isQuestionable))),
                Answer = "sum of the bits that were set since the last reading",
                Example = isQuestionable ? "STAT:QUES?" : "STAT:OPER?",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(header + ":CONDition", "Reads " + what + ".")
            {
                Query = call =>
                {
                    call.Scpi.ShowConditions();
                    call.Answer.Integer(Register(call, isQuestionable).Condition);
                },
                Answer = "sum of the bits",
                Example = isQuestionable ? "STAT:QUES:COND?" : "STAT:OPER:COND?",
                ExampleAnswer = isQuestionable ? "" : "0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(header + ":ENABle", "Sets which events of it are summed into the status byte.")
            {
                Command = call => Register(call, isQuestionable).Enable = call.Integer(0),
                Query = call => call.Answer.Integer(Register(call, isQuestionable).Enable),
                Parameters = new ScpiParameter[] { ScpiParameter.Integer("mask", 0, 65535, 0) },
                Answer = "the mask; bit 15 is always 0",
                Example = isQuestionable ? "STAT:QUES:ENAB 512;ENAB?" : "STAT:OPER:ENAB 272;ENAB?",
                ExampleAnswer = isQuestionable ? "512" : "272",
            });
        }
    }

    private static StatusRegister Register(ScpiCall call, bool isQuestionable) =>
        isQuestionable ? call.Session.Status.Questionable : call.Session.Status.Operation;

    private void DoStatusPreset(ScpiCall call)
    {
        call.Session.Status.Operation.Enable = 0;
        call.Session.Status.Questionable.Enable = 0;
    }
}
