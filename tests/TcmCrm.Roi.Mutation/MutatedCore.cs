using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TcmCrm.Roi.Mutation;

/// <summary>
/// The assembly into which Stryker compiled every mutant behind a switch, as loaded into this process.
/// </summary>
/// <remarks>
/// Stryker's switch notes the mutants that a test reaches in lists that it searches at each step of the code; loops over figures then take hours.
/// <see cref="Prepare"/> writes two arrays of flags in place of the lists and changes nothing else.
/// </remarks>
internal sealed class MutatedCore
{
    /// <summary>No mutant is switched on.</summary>
    public const int None = -1;

    // The namespace of the two differs from run to run.
    private const string Control = "MutantControl";
    private const string Context = "MutantContext";
    private const int Capacity = 1 << 16;
    private readonly FieldInfo active;
    private readonly FieldInfo capture;
    private readonly bool[] reached = new bool[Capacity];
    private readonly bool[] reachedInInitializer = new bool[Capacity];

    public MutatedCore(Assembly core)
    {
        Type control = core.GetTypes().Single(type => type.Name == Control);
        active = control.GetField("ActiveMutant")!;
        capture = control.GetField("CaptureCoverage")!;
        control.GetField(nameof(reached))!.SetValue(null, reached);
        control.GetField(nameof(reachedInInitializer))!.SetValue(null, reachedInInitializer);
        Activate(None);
    }

    /// <summary>Switches one mutant on and every other off.</summary>
    public void Activate(int mutant) => active.SetValue(null, mutant);

    /// <summary>Whether the mutants that are reached are noted; no mutant is active meanwhile.</summary>
    public void Capture(bool on) => capture.SetValue(null, on);

    /// <summary>The mutants reached since the last call, those of static initialisers apart.</summary>
    public (int[] Reached, int[] InInitializers) Take() => (Take(reached), Take(reachedInInitializer));

    /// <summary>Copies the mutated assembly with flags in place of lists.</summary>
    public static void Prepare(string mutated, string target)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(mutated);
        TypeDefinition control = module.Types.SingleOrDefault(type => type.Name == Control) ?? throw new InvalidDataException($"{mutated} was not mutated by Stryker: it has no {Control}.");
        FieldDefinition Flags(string name)
        {
            var field = new FieldDefinition(name, Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, new ArrayType(module.TypeSystem.Boolean));
            control.Fields.Add(field);
            return field;
        }

        FieldDefinition usual = Flags(nameof(reached));
        FieldDefinition initializer = Flags(nameof(reachedInInitializer));
        MethodDefinition inStatic = module.Types.Single(type => type.Name == Context).Methods.Single(method => method.Name == "InStatic");
        MethodDefinition register = control.Methods.Single(method => method.Name == "RegisterCoverage");
        var body = new Mono.Cecil.Cil.MethodBody(register);
        ILProcessor il = body.GetILProcessor();
        Instruction other = il.Create(OpCodes.Ldsfld, usual);
        Instruction store = il.Create(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, inStatic);
        il.Emit(OpCodes.Brfalse, other);
        il.Emit(OpCodes.Ldsfld, initializer);
        il.Emit(OpCodes.Br, store);
        il.Append(other);
        il.Append(store);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stelem_I1);
        il.Emit(OpCodes.Ret);
        register.Body = body;
        module.Write(target);
    }

    private static int[] Take(bool[] flags)
    {
        int[] found = [.. Enumerable.Range(0, flags.Length).Where(id => flags[id])];
        Array.Clear(flags);
        return found;
    }
}
