using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>
/// MEMory: settings, reference and weights in flash. It hangs on the bus of the chips, so the thread that has these uses it alone; what
/// follows in a message waits for that.
/// </summary>
internal sealed class MemoryCommands
{
    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "MEMory:SAVE", "Saves settings, reference with its date, and weights in flash. A power cut at any moment leaves the "
                + "last complete state.")
            {
                Command = DoMemorySave,
                IsExclusive = true,
                IsOperation = true,
                Example = "MEM:SAVE;*OPC?",
                ExampleAnswer = "1",
                Errors = "-311 the flash does not hold what was written to it, or is too small",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:LOAD", "Takes settings, reference and weights from flash, as at power-on.")
            {
                Command = DoMemoryLoad,
                IsExclusive = true,
                IsOperation = true,
                Example = "MEM:SAVE;LOAD",
                Errors = "-311 the flash holds no state; -314 the newest state is damaged, the one before it is in use; -315 what was "
                    + "saved is damaged, or in part of another firmware",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:CLEar", "Erases the flash; what is in use stays.")
            {
                Command = DoMemoryClear,
                IsExclusive = true,
                IsOperation = true,
                Example = "MEM:CLE",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("MEMory:STATe", "Reads which state the flash holds.")
            {
                Query = QueryMemoryState,
                IsExclusive = true,
                Answer = "number of the save, bytes; 0,0 where there is none",
                Example = "MEM:CLE;STAT?",
                ExampleAnswer = "0,0",
            });
        }
    }

    private void DoMemoryLoad(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        ScpiSession session = call.Session;
        call.Start(OperationBit.Testing, () => scpi.Load(), answer =>
        {
            if (scpi.StateError != ScpiError.None)
                session.Fail(scpi.StateError, scpi.StateWarning);
        });
    }

    private void DoMemoryClear(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        call.Start(OperationBit.Testing, () => scpi.ClearStore(), answer => { });
    }

    private void DoMemorySave(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        call.Start(OperationBit.Testing, () => scpi.Save(), null);
    }

    private void QueryMemoryState(ScpiCall call)
    {
        call.Answer.Integer(call.Scpi.Store.Sequence);
        call.Answer.Integer(call.Scpi.Store.Length);
    }
}
