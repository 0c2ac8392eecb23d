using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>Error queue and status registers of a client (IEEE 488.2, chapter 11; SCPI 1999.0, volume 1, chapter 4).</summary>
internal sealed class SessionStatus
{
    private const int ErrorsBit = 4;
    private const int QuestionableBit = 8;
    private const int AnswerBit = 16;
    private const int EventBit = 32;
    private const int MasterBit = 64;
    private const int OperationBit = 128;

    private int _events = StandardEvent.PowerOn;
    private bool _completionAsked;

    public ErrorQueue Errors { get; } = new ErrorQueue();

    public StatusRegister Operation { get; } = new StatusRegister();

    public StatusRegister Questionable { get; } = new StatusRegister();

    /// <summary>Enable register of the standard events, *ESE.</summary>
    public int EventEnable { get; set; }

    /// <summary>Enable register of the status byte, *SRE.</summary>
    public int ServiceEnable { get; set; }

    public void Add(int number, string detail)
    {
        lock (this)
        {
            Errors.Add(number, detail);
            _events |= ScpiError.EventBit(number);
        }
    }

    public int TakeError(out string detail)
    {
        lock (this)
            return Errors.Take(out detail);
    }

    public int TakeEvents()
    {
        lock (this)
        {
            int events = _events;
            _events = 0;
            return events;
        }
    }

    /// <summary>*OPC: bit 0 is set when nothing is under way.</summary>
    /// <param name="isIdle">Whether that is so now.</param>
    public void AskCompletion(bool isIdle)
    {
        lock (this)
        {
            _completionAsked = !isIdle;
            _events |= isIdle ? StandardEvent.OperationComplete : 0;
        }
    }

    /// <summary>Takes *OPC back.</summary>
    public void ForgetCompletion()
    {
        lock (this)
            _completionAsked = false;
    }

    /// <summary>Sets the conditions.</summary>
    public void Set(int operation, int questionable)
    {
        lock (this)
        {
            Operation.Set(operation);
            Questionable.Set(questionable);
            if (operation == 0 && _completionAsked)
            {
                _completionAsked = false;
                _events |= StandardEvent.OperationComplete;
            }
        }
    }

    public int TakeEvent(StatusRegister register)
    {
        lock (this)
            return register.TakeEvent();
    }

    /// <summary>*CLS.</summary>
    public void Clear()
    {
        lock (this)
        {
            Errors.Clear();
            Operation.TakeEvent();
            Questionable.TakeEvent();
            _events = 0;
            _completionAsked = false;
        }
    }

    /// <summary>The status byte, *STB?.</summary>
    /// <param name="hasAnswer">Whether an answer has begun.</param>
    public int StatusByte(bool hasAnswer)
    {
        lock (this)
        {
            int value = (Errors.Count > 0 ? ErrorsBit : 0) + (Questionable.Summary ? QuestionableBit : 0) + (hasAnswer ? AnswerBit : 0)
                + ((_events & EventEnable) != 0 ? EventBit : 0) + (Operation.Summary ? OperationBit : 0);
            return value + ((value & ServiceEnable & ~MasterBit) != 0 ? MasterBit : 0);
        }
    }
}
