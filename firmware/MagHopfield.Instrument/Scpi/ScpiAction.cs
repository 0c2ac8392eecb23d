namespace MagHopfield.Instrument.Scpi;

/// <summary>Carries out a command or a query.</summary>
/// <param name="call">Its parameters, and where the answer goes.</param>
public delegate void ScpiAction(ScpiCall call);

/// <summary>A long operation, run on the thread that calls <see cref="ScpiInstrument.Work"/>.</summary>
public delegate void ScpiWork();

/// <summary>Writes the answer of a query after its operation.</summary>
/// <param name="answer">Where it goes.</param>
public delegate void ScpiAnswer(ResponseWriter answer);
