using System;

namespace MagHopfield.Instrument.Scpi;

/// <summary>A long operation on its way.</summary>
internal sealed class ScpiOperation
{
    public ScpiOperation(ScpiSession session, int condition, ScpiWork work, ScpiAnswer? answer)
    {
        Session = session;
        Condition = condition;
        Work = work;
        Answer = answer;
    }

    public ScpiSession Session { get; }

    public int Condition { get; }

    public ScpiWork Work { get; }

    public ScpiAnswer? Answer { get; }

    public Exception? Failure { get; set; }
}
