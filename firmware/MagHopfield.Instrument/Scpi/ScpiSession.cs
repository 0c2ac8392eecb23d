using System;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.Spi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// One client: its input buffer, its place in its message, its error queue, status registers and format. Bytes may come in any portions
/// and with any content; memory is bounded by the buffer. A message ends at its first error.
/// </summary>
public sealed class ScpiSession
{
    private const int BlockTimeoutMilliseconds = 2000;
    private const int LargestSkippedBlock = 1000000;

    private readonly ScpiInstrument _scpi;
    private readonly IScpiOutput _output;
    private readonly ScpiParser _parser;
    private readonly ResponseWriter _answer;
    private readonly ScpiCall _call;
    private readonly MessageFramer _framer = new MessageFramer();
    private readonly MessageFramer _reframer = new MessageFramer();
    private readonly AbortDetector _abort = new AbortDetector();
    private readonly byte[] _buffer;

    // The buffer holds whole messages, the one that is carried out first, and after _partial the beginning of the next.
    private int _length;
    private int _partial;
    private int _complete;
    private int _currentEnd;
    private bool _inMessage;
    private bool _inUnit;
    private ScpiOperation? _awaited;
    private bool _lost;

    private bool _discarding;
    private int _skip;
    private long _lastByte;
    private int _abortsTaken;

    internal ScpiSession(ScpiInstrument scpi, IScpiOutput output, int bufferBytes)
    {
        _scpi = scpi;
        _output = output;
        _buffer = new byte[bufferBytes];
        _parser = new ScpiParser(scpi.Table.Tree);
        _answer = new ResponseWriter(output);
        _call = new ScpiCall(scpi, this, _parser, _answer);
        Status = new SessionStatus();
    }

    /// <summary>Number of errors in the queue.</summary>
    public int ErrorCount => Status.Errors.Count;

    /// <summary>Whether the next byte begins a new program message. To be asked after <see cref="Receive"/> has returned.</summary>
    public bool AtMessageStart => !_discarding && _skip == 0 && _partial == _length;

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
                DropStaleBlock();
                for (int i = 0; i < count && !_lost; i++)
                {
                    Take(bytes[offset + i]);
                }
            }
            catch (ScpiLinkException)
            {
                Lose();
            }
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
        {
            Lose();
        }
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
            {
                return false;
            }

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
        {
            Fail(failure);
        }
    }

    /// <summary>Ends the query whose operation has ended, and goes on with its message.</summary>
    /// <param name="operation">The operation.</param>
    internal void Complete(ScpiOperation operation)
    {
        lock (_parser)
        {
            // Another operation may have been begun by now, whose end the message in hand waits for.
            if (_awaited != operation || _lost)
            {
                return;
            }

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

    /// <summary>Carries out ABORt in its turn. As a message of its own it has been seen before.</summary>
    internal void AbortInTurn()
    {
        if (_abortsTaken > 0)
        {
            _abortsTaken--;
            return;
        }

        _scpi.Abort();
    }

    /// <summary>Lets the message wait for the operation that the present unit has begun.</summary>
    /// <param name="operation">The operation.</param>
    internal void Await(ScpiOperation operation) => _awaited = operation;

    private void Take(byte value)
    {
        if (_skip > 0)
        {
            _skip--;
            _lastByte = _scpi.Clock.Milliseconds;
            return;
        }

        bool isAbort = !_framer.IsInBlock && _abort.Take(value);
        if (_discarding)
        {
            if (value == 10)
            {
                _discarding = false;
                EndMessage(isAbort);
            }

            return;
        }

        // The last place is for a line feed: the end of a message always finds room, or the message is dropped here.
        if (_length >= _buffer.Length - 1 && value != 10)
        {
            Overrun("a message is longer than the " + _buffer.Length.ToString() + " bytes of the buffer");
            return;
        }

        if (_length == _buffer.Length)
        {
            // Full of messages that wait: one more, an empty one at that, is not kept.
            _abort.Reset();
            Fail(ScpiError.InputOverrun, "too many messages wait for an operation");
            return;
        }

        _buffer[_length++] = value;
        if (_framer.Take(value))
        {
            EndMessage(isAbort);
        }
        else if (_framer.IsInBlock)
        {
            _lastByte = _scpi.Clock.Milliseconds;
            int missing = _framer.Missing;
            if (missing > _buffer.Length - 1 - _length)
            {
                Overrun("a block is longer than the " + _buffer.Length.ToString() + " bytes of the buffer");
                _skip = missing <= LargestSkippedBlock ? missing : 0;
            }
        }
    }

    private void EndMessage(bool isAbort)
    {
        if (_length == _partial)
        {
            // Of a dropped message only its end is kept, so that it is told in its turn.
            if (_length == _buffer.Length)
            {
                return;
            }

            _buffer[_length++] = 10;
        }

        if (_complete == 0)
        {
            _currentEnd = _length;
        }

        _complete++;
        int start = _partial;
        _partial = _length;
        if (isAbort)
        {
            _scpi.Abort();
            _abortsTaken++;
            DropQueued(start);
        }

        if (!_inMessage)
        {
            Pump();
        }
    }

    // What waits between the message in hand and the ABORt that starts there: only the ends of the messages stay.
    private void DropQueued(int start)
    {
        if (!_inMessage)
        {
            return;
        }

        int kept = _complete - 2;
        int length = _length - start;
        int to = _currentEnd + kept;
        for (int i = 0; i < kept; i++)
        {
            _buffer[_currentEnd + i] = 10;
        }

        Array.Copy(_buffer, start, _buffer, to, length);
        _length = to + length;
        _partial = _length;
        if (IsWaiting)
        {
            Fail(ScpiError.Execution, "dropped by ABORt before it had begun");
            _inUnit = false;
            Finish();
            Pump();
        }
    }

    private void Overrun(string why)
    {
        Fail(ScpiError.InputOverrun, why);
        _length = _partial;
        _framer.Reset();
        _discarding = true;
    }

    private void DropStaleBlock()
    {
        if ((_skip > 0 || _framer.IsInBlock) && _scpi.Clock.Milliseconds - _lastByte > BlockTimeoutMilliseconds)
        {
            Fail(ScpiError.InvalidBlock, "the rest of a block did not come within 2 s");
            _length = _partial;
            _skip = 0;
            _discarding = false;
            _framer.Reset();
            _abort.Reset();
        }
    }

    private void Guarded(bool failed)
    {
        try
        {
            if (failed)
            {
                Finish();
            }

            Pump();
        }
        catch (ScpiLinkException)
        {
            Lose();
        }
    }

    // Carries out messages until there is none, or one must wait.
    private void Pump()
    {
        while (!_lost)
        {
            if (!_inMessage)
            {
                if (_complete == 0)
                {
                    return;
                }

                _parser.Begin(_buffer, 0, _currentEnd - 1);
                _inMessage = true;
            }

            if (!RunUnits())
            {
                return;
            }

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
                return false;
            }

            bool isDone = Run(command);
            if (_awaited != null)
            {
                return false;
            }

            _inUnit = false;
            if (!isDone)
            {
                return true;
            }
        }

        if (_parser.Error != ScpiError.None)
        {
            Fail(_parser.Error, "at character " + _parser.ErrorPosition.ToString() + ": " + _parser.Near());
        }

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
        catch (ScpiLinkException)
        {
            throw;
        }
        catch (Exception e)
        {
            Fail(e);
        }
        finally
        {
            if (command.IsExclusive)
            {
                _scpi.ReleaseUnlessStarted(this);
            }
        }

        return isDone;
    }

    private void Finish()
    {
        _answer.EndMessage();
        _inMessage = false;
        _complete--;
        int end = _currentEnd;
        if (_length > end)
        {
            Array.Copy(_buffer, end, _buffer, 0, _length - end);
        }

        _length -= end;
        _partial -= end;
        _currentEnd = 0;
        if (_complete > 0)
        {
            _reframer.Reset();
            int at = 0;
            while (!_reframer.Take(_buffer[at]))
            {
                at++;
            }

            _currentEnd = at + 1;
        }

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
        _length = 0;
        _partial = 0;
        _complete = 0;
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
            : e is ChipException ? ScpiError.Hardware
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
