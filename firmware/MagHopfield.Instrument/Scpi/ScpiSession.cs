using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// One client: its input buffer, its place in its message, its error queue, status registers and format. Bytes may come in any portions
/// and with any content; memory is bounded by the buffer. A message ends at its first error.
/// </summary>
public sealed class ScpiSession
{
    private const int StaleMilliseconds = 2000;

    // Messages that are sent one after the other, without waiting for answers, come without such a pause.
    private const int InterruptMilliseconds = 250;
    private const byte LineFeed = 10;
    private const byte CarriageReturn = 13;
    private const byte Backspace = 8;
    private const byte Delete = 127;
    private const int LargestSkippedBlock = 1000000;

    private static readonly byte[] Nothing = new byte[0];
    private static readonly byte[] ResetText = { (byte)'*', (byte)'R', (byte)'S', (byte)'T' };

    private readonly ScpiInstrument _scpi;
    private readonly IScpiOutput _output;
    private readonly ScpiParser _parser;
    private readonly ResponseWriter _answer;
    private readonly ScpiCall _call;
    private readonly MessageFramer _framer = new MessageFramer();
    private readonly UrgentDetector _urgent = new UrgentDetector();
    private readonly MessageQueue _queue;
    private bool _inMessage;
    private bool _inUnit;
    private ScpiOperation? _awaited;
    private bool _lost;

    // The message that comes is too long to be kept; whether its error waits until it is known to be no ABORt.
    private bool _discarding;
    private bool _isUntold;
    private long _lastByte;

    // Whether the client paused before the message that comes.
    private bool _hasPaused;

    internal ScpiSession(ScpiInstrument scpi, IScpiOutput output, int bufferBytes)
    {
        _scpi = scpi;
        _output = output;
        _queue = new MessageQueue(bufferBytes);
        _parser = new ScpiParser(scpi.Table.Tree);
        _answer = new ResponseWriter(output);
        _call = new ScpiCall(scpi, this, _parser, _answer);
        Status = new SessionStatus();
    }

    /// <summary>Number of errors in the queue.</summary>
    public int ErrorCount => Status.Errors.Count;

    /// <summary>Tag of the message in hand, as it was given to <see cref="TryReceive"/>; 0 for one that came as plain bytes. It holds
    /// while the output is called.</summary>
    public int MessageTag { get; private set; }

    /// <summary>Whether the next byte begins a new program message. To be asked after <see cref="Receive"/> has returned.</summary>
    public bool AtMessageStart => !_discarding && _queue.Begun == 0;

    /// <summary>
    /// Whether a person may type at the line: a carriage return alone ends a message there, and backspace takes back what was typed.
    /// </summary>
    public bool IsTerminal { get; set; }

    /// <summary>
    /// TCP port of the control connection that belongs to this client, by which it clears the device; 0 where there is none.
    /// </summary>
    public int ControlPort { get; set; }

    /// <summary>Whether a string that holds a line feed awaits its end.</summary>
    public bool IsInLongString => _framer.IsInLongString;

    /// <summary>Whether a message is under way, or waits for its turn.</summary>
    public bool IsAtWork => _inMessage && !_lost;

    /// <summary>Error queue and status registers.</summary>
    internal SessionStatus Status { get; }

    /// <summary>Whether the link is lost.</summary>
    internal bool IsLost => _lost;

    /// <summary>How arrays are written.</summary>
    internal ResponseWriter Format => _answer;

    /// <summary>Whether a unit waits until the instrument is free.</summary>
    internal bool IsWaiting => _inUnit && _awaited == null && !_lost;

    /// <summary>Takes bytes from the client. Never waits for an operation: what must wait stays in the buffer.</summary>
    /// <param name="bytes">Array that holds them; free again after the call.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    public void Receive(byte[] bytes, int offset, int count)
    {
        lock (_parser)
        {
            try
            {
                DropStale();
                if (AtMessageStart)
                    _hasPaused = _scpi.Clock.Milliseconds - _lastByte >= InterruptMilliseconds;

                for (int i = 0; i < count && !_lost; i++)
                    Take(bytes[offset + i]);

                // Anew, for what came may have been carried out here.
                _lastByte = _scpi.Clock.Milliseconds;
            }
            catch (ScpiLinkException)
            {
                Lose();
            }
        }
    }

    /// <summary>
    /// Device clear (IEEE 488.2, 5.8): forgets what came and is not carried out yet, and drops the answers that are owed. What runs goes
    /// on.
    /// </summary>
    public void DeviceClear()
    {
        lock (_parser)
        {
            ForgetBegun();
            Status.ForgetCompletion();
            if (!_inMessage)
                return;

            _queue.EmptyFrom(1);
            CutShort();
        }
    }

    /// <summary>Tells that the client will send nothing more: a message that has begun is dropped as unterminated.</summary>
    /// <returns>Whether there was one.</returns>
    public bool EndOfInput()
    {
        lock (_parser)
        {
            bool hasBegun = !AtMessageStart;
            if (hasBegun)
            {
                Fail(ScpiError.QueryUnterminated, "the client ended its sending within a message");
                ForgetBegun();
            }

            return hasBegun;
        }
    }

    /// <summary>Drops a string that holds a line feed and was not ended: what follows is known to be none of it.</summary>
    public void EndString()
    {
        lock (_parser)
        {
            Fail(ScpiError.InvalidString, "a string was not ended");
            ForgetBegun();
        }
    }

    /// <summary>Forgets a message whose block, or the end of whose string, has stayed away too long.</summary>
    /// <returns>Whether the next byte begins a new program message.</returns>
    public bool ForgetStaleMessage()
    {
        lock (_parser)
        {
            DropStale();
            return AtMessageStart;
        }
    }

    /// <summary>Whether a whole message finds room now.</summary>
    /// <param name="count">Its length in bytes.</param>
    public bool HasRoom(int count)
    {
        lock (_parser)
            return count <= _queue.Room;
    }

    /// <summary>
    /// Takes a whole message whose length is known: whatever is in it, it takes nothing of what follows. No message may have begun.
    /// </summary>
    /// <param name="bytes">Array that holds it, without a line feed; free again after the call.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    /// <param name="tag">Its tag, 1 to 254, or 0 for none.</param>
    /// <returns>Whether it found room. ABORt and *RST are heeded even where they do not.</returns>
    public bool TryReceive(byte[] bytes, int offset, int count, int tag)
    {
        lock (_parser)
        {
            try
            {
                if (_lost)
                    return true;

                UrgentMessage urgent = _urgent.Of(bytes, offset, count);
                if (urgent != UrgentMessage.None)
                    return Heed(urgent, tag);

                if (!_queue.TryAdd(bytes, offset, count, tag, false))
                    return false;

                Pump();
            }
            catch (ScpiLinkException)
            {
                Lose();
            }

            return true;
        }
    }

    /// <summary>
    /// Tells that the client is gone: its operation is aborted, which opens all switches, and what it has sent is forgotten. Close the link
    /// before, so that no answer waits for it.
    /// </summary>
    public void LinkLost()
    {
        _scpi.AbortOf(this);
        lock (_parser)
            Lose();
    }

    /// <summary>Adds an error to the queue.</summary>
    internal void Fail(int number, string detail) => Status.Add(number, detail);

    /// <summary>Goes on with a message that waits for a free instrument.</summary>
    /// <returns>Whether it is no longer waiting.</returns>
    internal bool Resume()
    {
        lock (_parser)
        {
            if (!IsWaiting)
                return false;

            Guarded(false);
            return !IsWaiting;
        }
    }

    /// <summary>Puts the failure of an operation into the error queue: while it still counts as running, so that who sees it ended sees the
    /// error.</summary>
    /// <param name="failure">Failure.</param>
    internal void Tell(Exception failure)
    {
        lock (_parser)
            Fail(failure);
    }

    /// <summary>Ends the query whose operation has ended, and goes on with its message.</summary>
    /// <param name="operation">The operation.</param>
    internal void Complete(ScpiOperation operation)
    {
        lock (_parser)
        {
            // Another operation may have been begun by now, whose end the message in hand waits for.
            if (_awaited != operation || _lost)
                return;

            _awaited = null;
            _inUnit = false;
            if (operation.Failure == null && operation.Answer != null)
            {
                try
                {
                    operation.Answer(_answer);
                }
                catch (ScpiLinkException)
                {
                    Lose();
                    return;
                }
                catch (Exception e)
                {
                    Fail(e);
                    operation.Failure = e;
                }
            }

            Guarded(operation.Failure != null);
        }
    }

    /// <summary>Lets the message wait for the operation that the present unit has begun.</summary>
    /// <param name="operation">The operation.</param>
    internal void Await(ScpiOperation operation) => _awaited = operation;

    private void Take(byte value)
    {
        if (IsTerminal && !_framer.IsInBlock)
        {
            if (value == Backspace || value == Delete)
            {
                TakeBack();
                return;
            }

            if (value == CarriageReturn)
            {
                // Who presses Enter has done, also where a quote was forgotten.
                _framer.LineFeedEndsString = true;
                value = LineFeed;
            }
        }

        bool isText = !_framer.IsInBlock && (!_framer.IsInString || _framer.LineFeedEndsString);
        UrgentMessage urgent = isText ? _urgent.Take(value) : UrgentMessage.None;
        if (_framer.Take(value))
        {
            EndMessage(urgent);
            return;
        }

        if (!_discarding)
        {
            if (_queue.Room > 0)
                _queue.Append(value);
            else
                Discard();
        }

        if (_isUntold && !_urgent.IsPossible)
            TellOverrun();

        if (_framer.IsInBlock)
            TakeOfBlock();
    }

    // What is left is read anew: the byte may have begun or ended a string.
    private void TakeBack()
    {
        if (_queue.Begun == 0)
            return;

        _queue.TakeBack();
        _framer.Reset();
        _urgent.Reset();
        int end = _queue.BegunEnd;
        for (int i = end - _queue.Begun; i < end; i++)
        {
            bool isText = !_framer.IsInBlock && !_framer.IsInString;
            if (isText)
                _urgent.Take(_queue.Bytes[i]);

            _framer.Take(_queue.Bytes[i]);
        }
    }

    // The framer goes on counting the bytes of a block that is not kept: nothing in it is a message.
    private void TakeOfBlock()
    {
        if (!_discarding && _framer.Missing > _queue.Room)
        {
            Discard();
            TellOverrun();
        }

        if (_framer.Missing > LargestSkippedBlock)
            _framer.Reset();
    }

    private void EndMessage(UrgentMessage urgent)
    {
        bool wasUntold = _isUntold;
        _discarding = false;
        _isUntold = false;
        if (urgent != UrgentMessage.None)
        {
            _queue.DropBegun();
            Heed(urgent, 0);
            return;
        }

        // Of a dropped message only its end is kept, so that it is told in its turn.
        bool isKept = _queue.TryEnd();
        if (!isKept || wasUntold)
        {
            _queue.DropBegun();
            Fail(ScpiError.InputOverrun, "too many messages wait for an operation");
        }

        if (_hasPaused && isKept && _inMessage && _queue.MuteBefore(_queue.Count - 1))
        {
            // The client has given an answer up (IEEE 488.2, 6.3.2.3): it must not be taken for the one to the new message.
            Fail(ScpiError.QueryInterrupted, "the answer that was owed to a message before is dropped");
            if (_queue.IsFirstMuted && !_answer.IsMuted)
                CutShort();
        }

        _hasPaused = false;
        Pump();
    }

    // Ends the message in hand, its answer dropped; what it has begun goes on.
    private void CutShort()
    {
        _awaited = null;
        _inUnit = false;
        _answer.Cut();
        Guarded(true);
    }

    // False where there is no room to tell of it in its turn.
    private bool Heed(UrgentMessage urgent, int tag)
    {
        _scpi.Abort();
        DropWaiting();
        byte[] text = urgent == UrgentMessage.Reset ? ResetText : Nothing;
        bool isKept = _queue.TryAdd(text, 0, text.Length, tag, true);
        Pump();
        return isKept;
    }

    // Drops what waits behind the message in hand, and that one too where it waits itself: only the ends of the messages stay.
    private void DropWaiting()
    {
        if (!_inMessage)
            return;

        for (int tagged = _queue.EmptyFrom(1); tagged > 0; tagged--)
            Fail(ScpiError.Execution, "dropped by ABORt before it had begun");

        if (IsWaiting)
        {
            Fail(ScpiError.Execution, "dropped by ABORt before it had begun");
            _inUnit = false;
            Finish();
            Pump();
        }
    }

    private void Discard()
    {
        _queue.DropBegun();
        _discarding = true;
        _isUntold = true;

        // A string whose end was forgotten must not swallow all that follows.
        _framer.LineFeedEndsString = true;
    }

    private void TellOverrun()
    {
        _isUntold = false;
        Fail(ScpiError.InputOverrun, _queue.Count > 0 ? "too many messages wait for an operation"
            : "a message, or a block, is longer than the " + _queue.Longest.ToString() + " bytes of the buffer");
    }

    private void DropStale()
    {
        if (_scpi.Clock.Milliseconds - _lastByte <= StaleMilliseconds)
            return;

        // A line feed after such a pause ends what was left half said, also within quotes.
        _framer.LineFeedEndsString |= _framer.IsInString;
        bool isInBlock = _framer.IsInBlock;
        if (isInBlock || _framer.IsInLongString)
        {
            Fail(isInBlock ? ScpiError.InvalidBlock : ScpiError.InvalidString,
                isInBlock ? "the rest of a block did not come within 2 s" : "the end of a string did not come within 2 s");
            ForgetBegun();
        }
    }

    private void ForgetBegun()
    {
        _queue.DropBegun();
        _discarding = false;
        _isUntold = false;
        _framer.Reset();
        _urgent.Reset();
    }

    private void Guarded(bool failed)
    {
        try
        {
            if (failed)
                Finish();

            Advance();
        }
        catch (ScpiLinkException)
        {
            Lose();
        }
    }

    // Carries out messages until there is none. A message in hand that waits goes on by Advance.
    private void Pump()
    {
        if (!_inMessage)
            Advance();
    }

    private void Advance()
    {
        while (!_lost)
        {
            if (!_inMessage)
            {
                if (_queue.Count == 0)
                    return;

                _parser.Begin(_queue.Bytes, MessageQueue.First, _queue.FirstEnd);
                MessageTag = _queue.FirstTag;
                _inMessage = true;
                _answer.IsMuted = _queue.IsFirstMuted;
            }

            if (!RunUnits())
                return;

            Finish();
        }
    }

    // False where the message must wait.
    private bool RunUnits()
    {
        while (_inUnit || _parser.NextUnit())
        {
            _inUnit = true;
            ScpiCommand command = _scpi.Table[_parser.Command];
            if (command.IsExclusive && !_scpi.TryClaim(this))
            {
                if (!command.EndsOperation)
                    return false;

                int error = _call.Read(command.Parameters);
                if (error == ScpiError.None)
                {
                    _scpi.Abort();
                    return false;
                }

                _inUnit = false;
                Fail(error, command.Header);
                return true;
            }

            bool isDone = Run(command);
            if (_awaited != null)
                return false;

            _inUnit = false;
            if (!isDone)
                return true;
        }

        if (_parser.Error != ScpiError.None)
            Fail(_parser.Error, "at character " + _parser.ErrorPosition.ToString() + ": " + _parser.Near());

        return true;
    }

    // False where it failed, which ends the message.
    private bool Run(ScpiCommand command)
    {
        bool isQuery = _parser.IsQuery;
        bool isDone = false;
        try
        {
            int error = _call.Read(isQuery ? command.QueryParameters : command.Parameters);
            if (error != ScpiError.None)
            {
                Fail(error, command.Header + (isQuery ? "?" : ""));
            }
            else
            {
                _answer.BeginUnit();
                (isQuery ? command.Query : command.Command)!(_call);
                isDone = true;
            }
        }
        catch (Exception e) when (e is not ScpiLinkException)
        {
            Fail(e);
        }
        finally
        {
            if (command.IsExclusive)
                _scpi.ReleaseUnlessStarted(this);
        }

        return isDone;
    }

    private void Finish()
    {
        _answer.EndMessage();
        _answer.IsMuted = false;
        _inMessage = false;
        _queue.RemoveFirst();
        Tell();
    }

    private void Tell()
    {
        try
        {
            _output.EndMessage();
        }
        catch (Exception e)
        {
            throw new ScpiLinkException(e);
        }
    }

    private void Lose()
    {
        _lost = true;
        _queue.Clear();
        _inMessage = false;
        _inUnit = false;
        _awaited = null;
        _scpi.Disconnect(this);
    }

    private void Fail(Exception e)
    {
        Fail(e is ScpiException scpi ? scpi.Number
            : e is OperationAbortedException ? ScpiError.Execution
            : e is ArgumentOutOfRangeException ? ScpiError.OutOfRange
            : e is ArgumentException ? ScpiError.IllegalValue
            : e is InvalidOperationException ? ScpiError.SettingsConflict
            : e is ChipException || e is PulseLockedException || e is InterlockException ? ScpiError.Hardware
            : e is FlashException ? ScpiError.Memory
            : e is MeasurementException ? ScpiError.QuestionableData
            : ScpiError.System, Plain(e.Message));
    }

    // Some runtimes append to the message of an argument the name that it has in the source, which says nothing to a client.
    private static string Plain(string message)
    {
        int at = message.IndexOf(" (Parameter '");
        return at < 0 ? message : message.Substring(0, at);
    }
}
