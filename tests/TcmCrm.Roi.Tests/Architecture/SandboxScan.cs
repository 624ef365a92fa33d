using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>
/// Reads the IL of an assembly without loading it and names every use of something that a plug-in sandbox forbids: files, network, registry,
/// environment, clock, console, threads, random seeds from outside, emitted or native code, ambient culture, and static fields that can change.
/// </summary>
internal sealed class SandboxScan
{
    // An allowed list, not a forbidden one: what nobody thought of is found too.
    private static readonly HashSet<string> AllowedNamespaces =
    [
        "System", "System.Buffers", "System.Collections", "System.Collections.Generic", "System.Collections.ObjectModel", "System.ComponentModel",
        "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Globalization", "System.Linq", "System.Numerics", "System.Reflection", "System.Resources",
        "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "System.Runtime.Intrinsics.X86",
        "System.Runtime.Versioning", "System.Security", "System.Security.Permissions", "System.Text", "System.Text.Json", "System.Text.Json.Serialization", "System.Threading", "System.Threading.Tasks", "NodaTime", "NodaTime.Calendars", "NodaTime.Text",
    ];

    // In the allowed namespaces: types of which nothing may be used.
    private static readonly HashSet<string> ForbiddenTypes =
    [
        "System.Activator", "System.AppContext", "System.AppDomain", "System.Console", "System.GC", "System.Random",
        "System.Diagnostics.Debugger", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Diagnostics.Trace", "System.Diagnostics.EventLog",
        "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.DllImportAttribute",
        "NodaTime.SystemClock", "NodaTime.DateTimeZoneProviders", "System.TimeProvider",
    ];

    // In the allowed types: members that ask the machine, the user's settings or the world.
    private static readonly HashSet<string> ForbiddenMembers =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.TimeZoneInfo::get_Local", "System.Globalization.CultureInfo::get_CurrentCulture",
        "System.Globalization.CultureInfo::get_CurrentUICulture", "System.Globalization.CultureInfo::GetCultureInfo", "System.Globalization.CultureInfo::.ctor",
        "System.Globalization.NumberFormatInfo::get_CurrentInfo", "System.Globalization.DateTimeFormatInfo::get_CurrentInfo",
    ];

    // Attributes and mirrors stand in these namespaces beside what loads, finds or calls code at run time.
    private static readonly Dictionary<string, string[]> AllowedTypesOf = new()
    {
        ["System.ComponentModel"] = ["EditorBrowsableAttribute", "EditorBrowsableState"],
        ["System.Reflection"] = ["MemberInfo", "DefaultMemberAttribute"],
        ["System.Diagnostics"] =
        [
            "DebuggableAttribute", "DebuggerBrowsableAttribute", "DebuggerBrowsableState", "DebuggerDisplayAttribute",
            "DebuggerHiddenAttribute", "DebuggerStepThroughAttribute",
        ],
        // What refuses to be serialized without a converter says so by its name: docs/decisions/0052.
        ["System.Text.Json"] = ["JsonSerializerOptions"],
        ["System.Text.Json.Serialization"] = ["JsonConverter", "JsonConverterAttribute", "JsonConverterFactory"],
        ["System.Threading"] = ["CancellationToken", "Interlocked"],
        ["System.Threading.Tasks"] = ["Parallel", "ParallelLoopResult", "ParallelLoopState", "ParallelOptions"],
        ["System.Runtime.InteropServices"] = ["CollectionsMarshal", "InAttribute", "MemoryMarshal", "StructLayoutAttribute"],
    };

    private static readonly string[] ParallelPlaces = ["TcmCrm.Roi.Returns.RateBatch::", "TcmCrm.Roi.Sensitivity.Simulation", "TcmCrm.Roi.Portfolio.OrderedWork", "TcmCrm.Roi.Portfolio.TenantSimulation::"];

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    private readonly MetadataReader _metadata;
    private readonly PEReader _image;
    private readonly List<string> _findings = [];

    private SandboxScan(PEReader image)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
    }

    /// <summary>How many method bodies were read, so that a scan of nothing shows.</summary>
    internal int MethodCount { get; private set; }

    internal IReadOnlyList<string> Findings => _findings;

    internal static SandboxScan Of(string assemblyFile)
    {
        using FileStream file = File.OpenRead(assemblyFile);
        return Of(file);
    }

    internal static SandboxScan Of(Stream assembly)
    {
        using var image = new PEReader(assembly);
        var scan = new SandboxScan(image);
        scan.Run();
        return scan;
    }

    private void Run()
    {
        foreach (TypeReferenceHandle handle in _metadata.TypeReferences)
        {
            CheckType(handle);
        }

        foreach (MethodDefinitionHandle handle in _metadata.MethodDefinitions)
        {
            CheckMethod(_metadata.GetMethodDefinition(handle));
        }

        foreach (FieldDefinitionHandle handle in _metadata.FieldDefinitions)
        {
            CheckField(_metadata.GetFieldDefinition(handle));
        }
    }

    private void CheckType(TypeReferenceHandle handle)
    {
        TypeReference type = _metadata.GetTypeReference(handle);
        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
        {
            return;
        }

        string space = _metadata.GetString(type.Namespace);
        string name = _metadata.GetString(type.Name);
        bool isAllowed = AllowedNamespaces.Contains(space)
            && !ForbiddenTypes.Contains($"{space}.{name}")
            && (!AllowedTypesOf.TryGetValue(space, out string[]? types) || types.Contains(name) || name.StartsWith("Assembly", StringComparison.Ordinal) && name.EndsWith("Attribute", StringComparison.Ordinal));
        if (!isAllowed)
        {
            _findings.Add($"refers to {space}.{name}");
        }
    }

    private void CheckMethod(MethodDefinition method)
    {
        string place = $"{NameOf(method.GetDeclaringType())}::{_metadata.GetString(method.Name)}";
        if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0)
        {
            _findings.Add($"{place} calls native code");
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodCount++;
        bool isStaticConstructor = _metadata.GetString(method.Name) == ".cctor";
        BlobReader il = _image.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
        while (il.RemainingBytes > 0)
        {
            ushort value = il.ReadByte();
            OpCode code = OpCodesByValue[value == 0xFE ? (ushort)(0xFE00 | il.ReadByte()) : value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
            {
                CheckUse(place, MetadataTokens.EntityHandle(il.ReadInt32()), code == OpCodes.Stsfld && !isStaticConstructor);
            }
            else
            {
                Skip(ref il, code.OperandType);
            }
        }
    }

    private void CheckUse(string place, EntityHandle target, bool storesStatic)
    {
        if (target.Kind == HandleKind.MethodSpecification)
        {
            target = _metadata.GetMethodSpecification((MethodSpecificationHandle)target).Method;
        }

        if (target.Kind == HandleKind.MemberReference)
        {
            MemberReference member = _metadata.GetMemberReference((MemberReferenceHandle)target);
            string name = $"{NameOf(member.Parent)}::{_metadata.GetString(member.Name)}";

            // An iterator that the compiler writes asks whose thread it is on, to hand out itself or a copy; nothing else of the environment is used.
            bool asksEnvironment = name.StartsWith("System.Environment::", StringComparison.Ordinal) && name != "System.Environment::get_CurrentManagedThreadId";

            // Parallel work takes an explicit degree, one by default, and stands in these places: a host that forbids threads leaves it at one.
            bool isParallel = (name.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal) || name.StartsWith("System.Threading.Interlocked::", StringComparison.Ordinal))
                && !ParallelPlaces.Any(allowed => place.StartsWith(allowed, StringComparison.Ordinal));
            if (asksEnvironment || isParallel || ForbiddenMembers.Contains(name))
            {
                _findings.Add($"{place} uses {name}");
            }
        }
        else if (storesStatic && target.Kind == HandleKind.FieldDefinition && !IsLambdaCache(_metadata.GetFieldDefinition((FieldDefinitionHandle)target)))
        {
            _findings.Add($"{place} stores a static field");
        }
    }

    private void CheckField(FieldDefinition field)
    {
        bool isMutable = (field.Attributes & FieldAttributes.Static) != 0 && (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0;
        if (isMutable && !IsLambdaCache(field))
        {
            _findings.Add($"{NameOf(field.GetDeclaringType())}.{_metadata.GetString(field.Name)} is a static field that can change");
        }
    }

    // The compiler keeps the delegate of a lambda without captures in a static field of a class named <>c or <>O: the same delegate whenever it is made.
    private bool IsLambdaCache(FieldDefinition field) =>
        _metadata.GetString(_metadata.GetTypeDefinition(field.GetDeclaringType()).Name) is { } owner
        && (owner.StartsWith("<>c", StringComparison.Ordinal) || owner.StartsWith("<>O", StringComparison.Ordinal) || owner.StartsWith("<>o", StringComparison.Ordinal));

    private string NameOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                TypeReference reference = _metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{_metadata.GetString(reference.Namespace)}.{_metadata.GetString(reference.Name)}";
            case HandleKind.TypeDefinition:
                TypeDefinition definition = _metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                return definition.IsNested
                    ? $"{NameOf(definition.GetDeclaringType())}.{_metadata.GetString(definition.Name)}"
                    : $"{_metadata.GetString(definition.Namespace)}.{_metadata.GetString(definition.Name)}";
            default:
                return handle.Kind.ToString();
        }
    }

    private static void Skip(ref BlobReader il, OperandType operand)
    {
        int length = operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 * il.ReadInt32(),
            _ => 4,
        };
        il.Offset += length;
    }
}
